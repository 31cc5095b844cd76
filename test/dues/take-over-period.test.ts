import { beforeAll, describe, expect, test } from 'vitest'
import { takeOverPeriod } from '~/dues/take-over-period.server'
import { takeOverForm } from '~/dues/take-over-period.form'
import type { Context } from '~/platform/context'
import { buildAssociation, contextFor, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { refusalOf } from '../members/support'

const db = useDatabase()
let built: BuiltAssociation
let ctx: Context

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 4, honorary: 1 })
  ctx = await contextFor(db(), built.founders[2]!)
})

const input = {
  year: 2028,
  decidedOn: '2027-05-10',
  resolution: 'résolution 4',
  dueOn: '2028-03-31',
  amounts: { founder: 10_000, active: 6_000 },
  lateJoiners: 'FULL' as const,
}

describe('13.2-b: dues that an assembly set before they were kept here', () => {
  test('enter with the decision that they come from, and open for all who pay', async () => {
    await takeOverPeriod(ctx, input)
    const period = await db().duesPeriod.findUniqueOrThrow({ where: { year: 2028 }, include: { dues: true } })
    expect(period.source).toBe('AGO du 10 mai 2027, résolution 4')
    expect(period.dues).toHaveLength(7)
    expect(period.calledAt).toBeNull()
  })

  test('are refused twice, and of an assembly to come, and by who does not keep the dues', async () => {
    expect((await refusalOf(takeOverPeriod(ctx, input))).reasons[0]?.rule).toBe('13.2-b')
    expect((await refusalOf(takeOverPeriod(ctx, { ...input, year: 2029, decidedOn: '2027-05-11' }))).status).toBe(400)
    const plain = await contextFor(db(), built.actives[0]!)
    expect((await refusalOf(takeOverPeriod(plain, { ...input, year: 2029 }))).status).toBe(403)
  })

  test('are due in their own year', () => {
    const typed = { ...input, year: '2028', amounts: { founder: '100', active: '60' } }
    expect(takeOverForm.safeParse(typed).success).toBe(true)
    expect(takeOverForm.safeParse({ ...typed, dueOn: '2029-01-01' }).error?.issues[0]?.path).toEqual(['dueOn'])
  })
})
