import { beforeAll, describe, expect, test } from 'vitest'
import { openMissingDues } from '~/dues/open-missing-dues.server'
import { setDues } from '~/dues/set-dues.server'
import type { LateJoiners } from '~/generated/prisma/enums'
import { instantOf } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { addMembers, buildAssociation, contextFor, type BuiltAssociation, type BuiltMember } from '../support/builders'
import { useDatabase } from '../support/database'
import { duesRow } from '../support/ledger'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 2, honorary: 1 })
  ctx = await contextFor(db(), built.founders[2]!)
})

/** The dues of a year by its own rule, and one active member who joins it on that day. */
async function joiner(year: number, lateJoiners: LateJoiners, admittedOn: string): Promise<BuiltMember> {
  const amounts = { founder: 10_000, active: 5_001 }
  const set = { year, dueOn: `${year}-03-31`, amounts, resolutionId: null, source: 'AGO', lateJoiners }
  if (!(await db().duesPeriod.findUnique({ where: { year } }))) await transact(db(), (tx) => setDues(tx, ctx, set))
  const [member] = await addMembers(db(), { category: 'active', count: 1, name: `Nouveau${admittedOn}`, admittedOn })
  const later = { ...ctx, now: instantOf(admittedOn, '12:00') }
  await transact(db(), (tx) => openMissingDues(tx, later))
  return member!
}

describe('13.2-b: whoever joins late owes what the assembly chose', () => {
  test.each([
    [2030, 'FULL', '2030-10-01', 5_001],
    [2031, 'HALF_FROM_JULY', '2031-06-30', 5_001],
    [2031, 'HALF_FROM_JULY', '2031-07-01', 2_500],
    [2031, 'HALF_FROM_JULY', '2031-07-02', 2_500],
  ] as const)('%i, %s, admitted on %s: %i cents', async (year, rule, admittedOn, cents) => {
    const { id } = await joiner(year, rule, admittedOn)
    expect(await duesRow(db(), id, year)).toMatchObject({ amountCents: cents, settledOn: null })
  })

  test.each([
    ['2032-01-01', 1],
    ['2032-01-02', 0],
  ])('nothing before next year: admitted on %s, %i dues', async (admittedOn, count) => {
    const { id } = await joiner(2032, 'NEXT_YEAR', admittedOn)
    expect(await db().dues.count({ where: { memberId: id, period: { year: 2032 } } })).toBe(count)
  })

  test('thirty days to pay at least; the due date of all when it comes later', async () => {
    const late = await joiner(2033, 'FULL', '2033-03-15')
    const early = await joiner(2033, 'FULL', '2033-02-01')
    expect((await duesRow(db(), late.id, 2033)).dueOn).toEqual(new Date('2033-04-14'))
    expect((await duesRow(db(), early.id, 2033)).dueOn).toEqual(new Date('2033-03-31'))
  })
})

test('an amount of zero is settled at once', async () => {
  const amounts = { founder: 10_000, active: 0 }
  const set = { year: 2035, dueOn: '2035-03-31', amounts, resolutionId: null, source: 'AGO' }
  await transact(db(), (tx) => setDues(tx, ctx, set))
  expect(await duesRow(db(), built.actives[0]!.id, 2035)).toMatchObject({ amountCents: 0, closedAs: 'SETTLED' })
})

test('opened ten times at once, each member has one dues of the year', async () => {
  const [member] = await addMembers(db(), {
    category: 'active',
    count: 1,
    name: 'Concurrent',
    admittedOn: '2027-05-01',
  })
  const opened = await Promise.all(Array.from({ length: 10 }, () => transact(db(), (tx) => openMissingDues(tx, ctx))))
  expect(opened.flat().length).toBeGreaterThan(0)
  expect(await db().dues.count({ where: { memberId: member!.id, period: { year: 2035 } } })).toBe(1)
})
