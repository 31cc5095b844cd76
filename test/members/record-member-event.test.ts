import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { foldEvents, type MembershipEvent } from '~/members/register/fold-events'
import { EVENT_ORDER, eventOf, membershipOf } from '~/members/register/membership-rows'
import { recordMemberEvent } from '~/members/register/record-member-event.server'
import { registerMember } from '~/membership/admission/register-member.server'
import type { SystemContext } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { addDays } from '~/statutes/civil-date'
import { buildAssociation, TEST_NOW } from '../support/builders'
import { useDatabase } from '../support/database'
import { aPerson, refusalOf } from './support'

const db = useDatabase()
let ctx: SystemContext

beforeAll(async () => {
  await buildAssociation(db(), { actives: 0 })
  ctx = { db: db(), now: TEST_NOW, actor: null }
})

const record = (memberId: string, event: MembershipEvent) =>
  transact(db(), (tx) => recordMemberEvent(tx, ctx, { ...event, memberId }))

const kinds = ['ADMITTED', 'CATEGORY_CHANGED', 'SUSPENDED', 'REINSTATED', 'RESIGNED', 'DECEASED', 'DISSOLVED'] as const
const anEvent = fc.record({
  kind: fc.constantFrom(...kinds),
  days: fc.integer({ min: -5, max: 40 }),
  category: fc.constantFrom('active', 'founder', 'honorary', 'unknown'),
  lasts: fc.integer({ min: -2, max: 90 }),
})

test('whatever is asked, the columns of a member are what its events make, and a refusal changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anEvent, { minLength: 1, maxLength: 8 }), async (asked) => {
      const memberId = await registerMember(ctx, aPerson({ admittedOn: '2026-05-01' }))
      let day = '2026-05-01'
      for (const { kind, days, category, lasts } of asked) {
        day = addDays(day, days)
        await record(memberId, { kind, on: day, category, until: addDays(day, lasts) }).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
          expect(error.reasons).toHaveLength(1)
        })
      }
      const member = await db().member.findUniqueOrThrow({
        where: { id: memberId },
        include: { events: { orderBy: EVENT_ORDER } },
      })
      expect(membershipOf(member)).toEqual(foldEvents(member.events.map(eventOf)))
    }),
    { numRuns: 40 },
  )
})

test('two suspensions at once: one is recorded', async () => {
  const memberId = await registerMember(ctx, aPerson())
  const suspend = () => record(memberId, { kind: 'SUSPENDED', on: '2027-06-01', until: '2027-07-01' })
  const done = await Promise.allSettled([suspend(), suspend(), suspend()])
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db().memberEvent.count({ where: { memberId, kind: 'SUSPENDED' } })).toBe(1)
})

test('6.4-c: a suspension without an end is refused', async () => {
  const memberId = await registerMember(ctx, aPerson())
  expect((await refusalOf(record(memberId, { kind: 'SUSPENDED', on: '2027-06-01' }))).reasons[0]?.rule).toBe('6.4-c')
})

test('events come in the order of their days', async () => {
  const memberId = await registerMember(ctx, aPerson({ admittedOn: '2025-01-01' }))
  await record(memberId, { kind: 'CATEGORY_CHANGED', on: '2026-06-01', category: 'founder' })
  const late = await refusalOf(record(memberId, { kind: 'RESIGNED', on: '2026-05-31' }))
  expect(late.message).toContain('1er juin 2026')
})

test('an event once recorded is never changed', async () => {
  await expect(db().memberEvent.updateMany({ data: { category: 'founder' } })).rejects.toThrow()
  await expect(db().memberEvent.deleteMany()).rejects.toThrow()
})
