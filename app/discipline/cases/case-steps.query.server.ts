import { statutesInForce } from '~/association/in-force.server'
import { isPresident } from '~/meetings/convene/signer.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { defenceOver } from '~/statutes/exclusion'
import { frenchDate } from '~/ui/format'
import { appealSteps } from '../appeals/appeal-steps.query.server'
import { viewsOf } from './access.server'
import { awaitsAgenda } from './case-listing.server'
import { defenceOf, type DefenceSoFar } from '~/members/discipline/case-decision.server'
import { CASE_KINDS, CASE_RULES, OPEN_STATES } from './case-file'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

/**
 * What the actor has to do: defend himself or appeal, or bring each case that he keeps one step further. No name in the titles.
 */
export async function caseSteps(ctx: Context): Promise<HomeStep[]> {
  const [cases, appeals] = await Promise.all([openCaseSteps(ctx), appealSteps(ctx)])
  return [...cases, ...appeals]
}

async function openCaseSteps(ctx: Context): Promise<HomeStep[]> {
  const open = await ctx.db.disciplinaryCase.findMany({
    where: { state: { in: [...OPEN_STATES] } },
    orderBy: { openedAt: 'asc' },
    include: { recusals: true },
  })
  if (open.length === 0) return []
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(ctx.db, today)
  const views = await viewsOf(ctx.db, ctx, open)
  const todo = await Promise.all(
    open.map(async (found): Promise<HomeStep | null> => {
      const view = views.get(found.id) ?? null
      if (view === null || (view === 'concerned' && found.state === 'DRAFT')) return null
      const defence = await defenceOf(ctx.db, found)
      const earliest = defence.presentedOn ? defenceOver(statutes, defence.presentedOn) : null
      const said =
        view === 'concerned'
          ? concerned(defence, earliest)
          : view === 'conducts'
            ? conducts({ ...found, waits: await awaitsAgenda(ctx.db, found) }, defence, {
                earliest,
                today,
                president: isPresident(ctx),
              })
            : null
      return (
        said && {
          ...PLAIN_STEP,
          rank: 4,
          key: `case-${found.id}`,
          rule: CASE_RULES[found.kind],
          to: `/exclusions/${found.id}`,
          ...said,
        }
      )
    }),
  )
  return todo.filter((each) => each !== null)
}

type Said = Pick<HomeStep, 'title' | 'by' | 'reason' | 'action'>

function concerned({ explained, hearing }: DefenceSoFar, earliest: string | null): Said {
  const until = earliest ? `Aucune décision avant le ${frenchDate(earliest)}.` : 'Aucune décision n’est prise.'
  return {
    title: explained > 0 ? 'Suivre la procédure qui vous concerne' : 'Présenter votre défense',
    by: hearing?.recorded === false ? hearing.on : null,
    reason: `Une procédure vous concerne. ${until}`,
    action: 'Lire mon dossier',
  }
}

type Found = { kind: keyof typeof CASE_KINDS; state: string; organ: string; waits: boolean }
type Moment = { earliest: string | null; today: string; president: boolean }

function conducts(
  { kind, state, organ, waits }: Found,
  defence: DefenceSoFar,
  { earliest, today, president }: Moment,
): Said | null {
  const title = (what: string) => `${CASE_KINDS[kind]} : ${what}`
  const act = (what: string, reason: string, by: string | null = null): Said => ({
    title: title(what),
    by,
    reason,
    action: 'Ouvrir le dossier',
  })
  if (state === 'DRAFT') return act('écrire la lettre', 'Elle ouvre la défense : faits, sanction envisagée, droits.')
  if (!defence.depositedOn) return act('poster la lettre', 'En recommandé avec avis de réception.')
  if (!defence.presentedOn)
    return act('noter la première présentation', 'Le délai de défense court de ce jour-là ; rien ne se décide avant.')
  if (defence.hearing?.recorded === false && defence.hearing.on <= today)
    return act('rédiger le compte rendu de l’audition', 'Aucune décision n’est possible sans lui.')
  if ((state === 'DEFERRED' && !waits) || earliest === null || earliest > today || defence.hearing?.recorded === false)
    return null
  if (organ !== 'president')
    return act('inscrire à l’ordre du jour', 'Le délai de défense est écoulé ; le vote décide.')
  return president ? act('décider', 'Le délai de défense est écoulé.') : null
}
