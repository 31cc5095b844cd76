import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { frenchDate } from '~/ui/format'
import { viewsOf } from '../cases/access.server'
import { stillExcluded } from '~/members/discipline/still-excluded.server'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'
import { appealFacts, appealListing } from './appeal-facts.server'

/** What is to be done about appeals: the excluded person may lodge one, the officer who keeps the file puts it on an agenda. */
export async function appealSteps(ctx: Context): Promise<HomeStep[]> {
  const excluded = await ctx.db.disciplinaryCase.findMany({
    where: { kind: 'EXCLUSION', state: 'EXCLUDED', appealOutcome: null, organ: { in: ['president', 'bureau'] } },
    orderBy: { openedAt: 'asc' },
    include: { recusals: true },
  })
  if (excluded.length === 0) return []
  const today = parisDate(ctx.now)
  const views = await viewsOf(ctx.db, ctx, excluded)
  const todo = await Promise.all(
    excluded.map(async (found): Promise<HomeStep | null> => {
      const view = views.get(found.id)
      const act = found.appealedOn ? view === 'conducts' : view === 'concerned'
      const facts = act ? await appealFacts(ctx.db, found) : null
      if (!facts?.given || !(await stillExcluded(ctx.db, found))) return null
      const common = {
        ...PLAIN_STEP,
        rank: 4,
        key: `appeal-${found.id}`,
        rule: '6.4-a' as const,
        to: `/exclusions/${found.id}/recours`,
      }
      if (!found.appealedOn)
        return facts.on(today).outcome === 'lawful'
          ? {
              ...common,
              title: 'Votre exclusion : un recours est possible',
              by: facts.lastDay,
              reason: 'Vous pouvez demander à l’assemblée générale ordinaire de décider à nouveau.',
              action: 'Former un recours',
            }
          : null
      if (await appealListing(ctx.db, found.id)) return null
      return {
        ...common,
        title: 'Exclusion : inscrire le recours à l’ordre du jour',
        by: null,
        reason: `Reçu le ${frenchDate(isoDate(found.appealedOn))} ; l’assemblée générale ordinaire décide.`,
        action: 'Choisir l’assemblée',
      }
    }),
  )
  return todo.filter((each) => each !== null)
}
