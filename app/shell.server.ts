import { statutesInForce } from '~/association/in-force.server'
import { may } from '~/platform/permissions'
import { qualitiesOf } from '~/offices/qualities'
import { openContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import type { Actor } from '~/platform/context'
import { env } from '~/platform/env.server'
import type { ShellData } from '~/ui/app-shell'

/** What the frame of each page shows: the association, who is here and in what quality, where he may go. */
export async function shellData(request: Request): Promise<ShellData> {
  const { db, now, actor } = await openContext(request)
  const association = await db.association.findUnique({ where: { id: 1 }, select: { shortName: true } })
  return {
    associationName: association?.shortName ?? 'Statuts en pratique',
    person: actor && { name: actor.name, subtitle: await subtitleOf(actor) },
    nav: navOf(actor),
    demo: env().DEMO ? { now: now.toString() } : null,
  }

  async function subtitleOf(actor: Actor): Promise<string> {
    const { statutes } = await statutesInForce(db, parisDate(now))
    return qualitiesOf(actor, statutes.categories)[0] ?? 'Sans qualité en cours'
  }
}

const MINE = ['/mes-cotisations', '/mes-votes', '/mes-donnees', '/mes-sessions', '/explications', '/demission']
const HOME = { href: '/', label: 'Accueil' }
const LAW = [
  { href: '/statuts', label: 'Statuts' },
  { href: '/simulateur', label: 'Simulateur' },
]

function navOf(actor: Actor | null): ShellData['nav'] {
  if (!actor) return [HOME, { href: '/adherer', label: 'Adhérer' }, ...LAW]
  return [
    HOME,
    { href: '/assemblees', label: 'Assemblées' },
    ...(may(actor, 'members.read')
      ? [{ href: '/membres', label: 'Membres', covers: ['/candidatures', '/exclusions', '/acces-aux-donnees'] }]
      : []),
    ...(may(actor, 'dues.manage') ? [{ href: '/cotisations', label: 'Cotisations', covers: ['/courriers'] }] : []),
    { href: '/bureau', label: 'Bureau' },
    { href: '/registre', label: 'Registre' },
    { href: '/compte', label: 'Mon espace', covers: MINE },
    ...LAW,
  ]
}
