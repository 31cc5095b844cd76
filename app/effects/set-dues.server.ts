import { setDues as writeDues } from '~/dues/set-dues.server'
import { demandLawful } from '~/platform/refusal'
import { judgeDuesAmounts, judgeDuesYear } from '~/statutes/dues-decision'
import { reason, unlawful } from '~/statutes/ruling'
import type { Carrier } from './carrier'
import { allOf } from './rulings.server'

export const setDues: Carrier<'set-dues'> = {
  foresee: async ({ tx, statutes, date }, { year, dueOn, amounts }) => {
    const known = await tx.duesPeriod.findUnique({ where: { year }, select: { source: true } })
    if (known) return unlawful(reason('13.2-b', `La cotisation ${year} est déjà fixée (${known.source}).`))
    return allOf(judgeDuesAmounts(statutes, amounts), judgeDuesYear({ year, dueOn, date }))
  },
  adopt: async ({ tx, ctx, resolutionId, source, date }, { year, dueOn, amounts, lateJoiners }) => {
    demandLawful(judgeDuesYear({ year, dueOn, date }))
    await writeDues(tx, ctx, { year, dueOn, amounts, lateJoiners, resolutionId, source })
  },
}
