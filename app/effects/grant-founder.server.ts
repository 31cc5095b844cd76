import { founderCandidate } from '~/members/register/founder-candidate.server'
import { demandLawful } from '~/platform/refusal'
import { judgeFounderCandidate } from '~/statutes/membership'
import type { Decided, Carrier, Foreseen } from './carrier'
import { allOf, follows } from './rulings.server'

const becomes = (memberId: string, on: string) => ({ memberId, on, category: 'founder' })

/** 6.1-c: the years of the candidate, the body and the assembly, on that day. */
async function judged({ tx, statutes, meeting: { body }, annual, date }: Foreseen | Decided, memberId: string) {
  const candidate = await founderCandidate(tx, { memberId, from: statutes.admission.founder.from, date })
  return judgeFounderCandidate(statutes, { ...candidate, body, annual, date })
}

export const grantFounder: Carrier<'grant-founder'> = {
  foresee: async (act, { memberId }) =>
    allOf(
      await judged(act, memberId),
      await follows(act.tx, { kind: 'CATEGORY_CHANGED', ...becomes(memberId, act.date) }),
    ),
  adopt: async (act, { memberId }) => {
    demandLawful(await judged(act, memberId))
    await act.above.changeCategory(act.tx, act.ctx, { ...becomes(memberId, act.date), resolutionId: act.resolutionId })
  },
}
