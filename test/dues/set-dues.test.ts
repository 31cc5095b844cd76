import { beforeAll, describe, expect, test } from 'vitest'
import { setDues, type DuesDecision } from '~/dues/set-dues.server'
import { duesOf } from '~/dues/settled.server'
import { recordMemberEvent } from '~/members/register/record-member-event.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { refusalOf } from '../members/support'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 4, actives: 5, honorary: 2 })
  ctx = await contextFor(db(), built.founders[2]!)
  const { resolutionIds } = await buildMeeting(db(), built, {})
  decision = { ...decision, resolutionId: resolutionIds[0]! }
})

let decision: DuesDecision = {
  year: 2028,
  dueOn: '2028-03-31',
  amounts: { founder: 10_000, active: 5_000 },
  resolutionId: null,
  source: 'AGO du 12 juin 2027, résolution 3',
}
const set = (more: Partial<DuesDecision> = {}) => transact(db(), (tx) => setDues(tx, ctx, { ...decision, ...more }))

describe('13.2-b: the assembly sets the dues of a year', () => {
  test('each present member of a paying category owes its amount; honorary members and those who left owe nothing', async () => {
    const gone = built.actives[4]!
    await transact(db(), (tx) => recordMemberEvent(tx, ctx, { memberId: gone.id, kind: 'RESIGNED', on: '2027-05-01' }))
    const id = await set()
    const owed = await duesOf(db(), 2028)
    expect(owed.size).toBe(8)
    expect(owed.get(built.founders[0]!.id)).toEqual({ amountCents: 10_000, settledOn: null })
    expect(owed.get(built.actives[0]!.id)).toEqual({ amountCents: 5_000, settledOn: null })
    expect(owed.has(built.honorary[0]!.id)).toBe(false)
    expect(owed.has(gone.id)).toBe(false)
    expect(await set()).toBe(id)
    expect((await duesOf(db(), 2028)).size).toBe(8)
  })

  test('another decision for the same year is refused', async () => {
    expect((await refusalOf(set({ resolutionId: null }))).reasons[0]?.rule).toBe('13.2-b')
  })

  test('the same decision applied ten times at once sets one period', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => set({ year: 2029 })))
    expect(new Set(ids).size).toBe(1)
    expect((await duesOf(db(), 2029)).size).toBe(8)
  })

  test('6-a: an amount that is missing, or for a category that pays nothing, is refused', async () => {
    expect((await refusalOf(set({ year: 2030, amounts: { active: 5_000 } }))).message).toContain('fondateur')
    expect(
      (await refusalOf(set({ year: 2030, amounts: { ...decision.amounts, honorary: 100 } }))).reasons[0]?.rule,
    ).toBe('6-a')
  })
})
