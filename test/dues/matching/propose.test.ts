import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propose, type MatchableDues } from '~/dues/matching/propose'

const dues = (rank: number, lackingCents: number): MatchableDues => ({
  duesId: `dues-${rank}`,
  compact: `C20270000${rank}`,
  reference: `C2027-0000${rank}`,
  year: 2027,
  memberId: `member-${rank}`,
  label: `Membre ${rank}`,
  words: ['martin', 'anne'],
  lackingCents,
})

const anyCredit = fc.record({
  label: fc
    .array(fc.constantFrom('VIR', 'MARTIN', 'Anne', 'C2027-00001', 'c2027 00002', 'C202700003', 'C2027-00009', '50'), {
      maxLength: 8,
    })
    .map((words) => words.join(' ')),
  amountCents: fc.integer({ min: 1, max: 20_000 }),
})
const lacking = fc.constantFrom(0, 2_500, 5_000, 10_000)

test('whatever the label: never more than the credit nor than a dues lacks, no dues twice, sure only to the cent', () => {
  fc.assert(
    fc.property(anyCredit, lacking, lacking, lacking, (credit, ...sums) => {
      const all = sums.map((cents, index) => dues(index + 1, cents))
      const found = propose(credit, {
        byReference: new Map(all.map((each) => [each.compact, each])),
        byWord: new Map([['martin', all]]),
      })
      if (!found) return
      const total = found.parts.reduce((sum, { amountCents }) => sum + amountCents, 0)
      expect(total).toBeLessThanOrEqual(credit.amountCents)
      if (found.grade === 'sure') expect(total).toBe(credit.amountCents)
      expect(new Set(found.parts.map(({ duesId }) => duesId)).size).toBe(found.parts.length)
      for (const { duesId, amountCents } of found.parts) {
        expect(amountCents).toBeGreaterThan(0)
        expect(amountCents).toBeLessThanOrEqual(all.find((each) => each.duesId === duesId)?.lackingCents ?? 0)
      }
    }),
  )
})
