import { callsOf } from '~/meetings/answer/calls.query.server'
import { homeSteps } from '~/home/home-steps.query.server'
import { withTasks } from '~/home/tasks-by-page'
import { statutesInForce } from '~/association/in-force.server'
import { readsRegister } from '~/meetings/reads-register'
import { showsDisciplinaryLetter } from '~/letters/shown-letter.server'
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
  const { pathname } = new URL(request.url)
  const association = await db.association.findUnique({ where: { id: 1 }, select: { shortName: true } })
  return {
    associationName: association?.shortName ?? 'Statuts en pratique',
    person: actor && { name: actor.name, subtitle: await subtitleOf(actor) },
    nav: await navigation(),
    demo: env().DEMO ? { now: now.toString() } : null,
  }

  async function navigation(): Promise<ShellData['nav']> {
    if (!actor) return navOf(null, false)
    const ctx = { db, now, actor }
    const nav = navOf(actor, await showsDisciplinaryLetter(ctx, pathname))
    if (CROWDED.test(pathname)) return nav
    return withTasks(nav, await homeSteps(ctx, await callsOf(ctx)))
  }

  async function subtitleOf(actor: Actor): Promise<string> {
    const { statutes } = await statutesInForce(db, parisDate(now))
    return qualitiesOf(actor, statutes.categories)[0] ?? 'Sans qualité en cours'
  }
}

const MINE = ['/mes-cotisations', '/mes-votes', '/mes-donnees', '/mes-sessions', '/explications', '/demission']
const HOME = { href: '/', label: 'Accueil', covers: ['/a-faire'] }
/** Pages that a whole room reads again at once: nothing is counted for them. */
const CROWDED = /^\/assemblees\/[^/]+\/(vote|presence|ecran)$/
const LAW = [
  { href: '/statuts', label: 'Statuts' },
  { href: '/simulateur', label: 'Simulateur' },
]

const OF_MEMBERS = ['/candidatures', '/exclusions', '/acces-aux-donnees']

/** `discipline`: the letter that the page shows belongs with the members. */
function navOf(actor: Actor | null, discipline: boolean): ShellData['nav'] {
  if (!actor) return [HOME, { href: '/adherer', label: 'Adhérer' }, ...LAW]
  const dues = may(actor, 'dues.manage')
  const ofDues = dues && !discipline
  const letters = ['/courriers']
  return [
    HOME,
    { href: '/assemblees', label: 'Assemblées' },
    ...(may(actor, 'members.read')
      ? [{ href: '/membres', label: 'Membres', covers: ofDues ? OF_MEMBERS : [...OF_MEMBERS, ...letters] }]
      : []),
    ...(dues ? [{ href: '/cotisations', label: 'Cotisations', covers: ofDues ? letters : [] }] : []),
    { href: '/bureau', label: 'Bureau' },
    ...(readsRegister(actor) ? [{ href: '/registre', label: 'Registre' }] : []),
    { href: '/compte', label: 'Mon espace', covers: MINE },
    ...LAW,
  ]
}
