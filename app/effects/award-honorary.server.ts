import { demandLawful } from '~/platform/refusal'
import { judgeHonoraryAward } from '~/statutes/membership'
import type { Carrier } from './carrier'
import { allOf, follows } from './rulings.server'

const becomes = (memberId: string, on: string) => ({ memberId, on, category: 'honorary' })

export const awardHonorary: Carrier<'award-honorary'> = {
  foresee: async ({ tx, statutes, meeting: { body }, annual, date }, { memberId }) =>
    allOf(
      judgeHonoraryAward(statutes, { body, annual }),
      await follows(tx, { kind: 'CATEGORY_CHANGED', ...becomes(memberId, date) }),
    ),
  adopt: async ({ tx, ctx, statutes, meeting: { body }, annual, date, resolutionId, above }, { memberId }) => {
    demandLawful(judgeHonoraryAward(statutes, { body, annual }))
    await above.changeCategory(tx, ctx, { ...becomes(memberId, date), resolutionId })
  },
}
