import { statutesInForce } from '~/association/in-force.server'
import { openMissingDues } from '~/dues/open-missing-dues.server'
import { demandOrigin } from '~/members/register/demand-origin.server'
import { founderCandidate } from '~/members/register/founder-candidate.server'
import { originColumns, type Origin } from '~/members/register/origin'
import { changeMembership } from '../change-membership.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { demandPower } from '~/platform/demand-power.server'
import { demandLawful } from '~/platform/refusal'
import { judgeFounderCandidate } from '~/statutes/membership'

export type CategoryChange = { memberId: string; category: string; on: string }

/**
 * 6.1-c, 6.3-a: takes over, while the association is being installed, a change of category decided before. Refused (409): an
 * installation that is closed, whatever `writeCategory` refuses.
 */
export async function changeCategory(ctx: Context, input: CategoryChange): Promise<void> {
  demandPower(ctx, 'members.write')
  await transact(ctx.db, async (tx) => {
    await demandOrigin(tx, { kind: 'installation' })
    await writeCategory(tx, ctx, input, { kind: 'installation' })
  })
}

/**
 * 6-a, 6.1-c: another category from a day on, and the dues that it asks; whoever calls has judged where it comes from. Refused with
 * the article: a founder who had not served his years, a category unknown or the same, a day to come, who is no member.
 */
export async function writeCategory(tx: Tx, ctx: Context, input: CategoryChange, origin: Origin): Promise<void> {
  await demandSeniority(tx, ctx, input)
  await changeMembership(tx, ctx, { ...input, ...originColumns(origin), kind: 'CATEGORY_CHANGED' })
  await openMissingDues(tx, ctx)
}

/** 6.1-c: a founder made elsewhere had served the years that the statutes ask for. */
async function demandSeniority(tx: Tx, ctx: Context, { memberId, category, on }: CategoryChange): Promise<void> {
  if (category !== 'founder') return
  const { statutes } = await statutesInForce(tx, parisDate(ctx.now))
  const { from, by, annual } = statutes.admission.founder
  const candidate = await founderCandidate(tx, { memberId, from, date: on })
  demandLawful(
    judgeFounderCandidate(statutes, { ...candidate, body: by === 'president' ? 'ago' : by, annual, date: on }),
  )
}
