import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callDues } from '~/dues/ladder/call-dues.server'
import { followDuesLetter } from '~/dues/ladder/follow-letter.server'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { runDuesNight } from '~/dues/ladder/run-dues-night.server'
import { recordLetterStep } from '~/letters/record-letter-step.server'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Db } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { addDays } from '~/statutes/civil-date'
import { runRemovalsNight } from '~/meetings/removals/removals-night.server'
import { pronounceRemoval } from '~/membership/removal/pronounce-removal.server'
import { addMembers, buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { breaches, interrupted, morning, nightly, serve } from '../../support/ladder'
import { bring, disagreements, pay } from '../../support/ledger'

const db = useDatabase()
const OWED = 5_000

type Person = { duesId: string; memberId: string; payments: { id: string; received: number }[] }
type Model = { today: string; paid: number[] }
type Real = { db: Db; built: BuiltAssociation; people: Person[] }
type Command = fc.AsyncCommand<Model, Real>

/** A refusal is an answer; anything else is a fault. */
async function allowing(act: Promise<unknown>): Promise<boolean> {
  try {
    await act
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real)
    expect(await breaches(real.db)).toEqual([])
    expect(await disagreements(real.db)).toEqual([])
    const dues = await real.db.dues.findMany({ select: { id: true, paidCents: true } })
    const paid = new Map(dues.map(({ id, paidCents }) => [id, paidCents]))
    expect(real.people.map(({ duesId }) => paid.get(duesId))).toEqual(model.paid)
  },
  toString: () => name,
})

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}
const treasurer = ({ db, built }: Real, day: string) => contextFor(db, at(built.founders, 2), morning(day))

const passDays = (days: number) =>
  command(`${days} days`, async (model) => {
    model.today = addDays(model.today, days)
  })

/** Weeks pass with a run each morning that matters. */
const weeks = (mornings: number) =>
  command(`${mornings} times 16 days and a run`, async (model, { db }) => {
    for (let count = 0; count < mornings; count += 1) {
      model.today = addDays(model.today, 16)
      await runDuesNight(nightly(db, model.today))
      await serve(db)
    }
  })

const night = (times: number) =>
  command(`${times} run(s) at once`, async ({ today }, { db }) => {
    await Promise.all(Array.from({ length: times }, () => runDuesNight(nightly(db, today))))
    await serve(db)
  })

/** The process dies in the middle of a batch: what was not committed is lost, nothing is half done. */
const crash = (after: number) =>
  command(`crash after ${after} statements`, async ({ today }, { db }) => {
    await runDuesNight({ ...nightly(db, today), db: interrupted(db, after) }).catch(() => null)
    await serve(db)
  })

const payment = (who: number, cents: number) =>
  command(`pays ${cents}`, async (model, real) => {
    const person = at(real.people, who)
    const index = who % real.people.length
    const id = await pay(nightly(real.db, model.today), [{ duesId: person.duesId, amountCents: OWED }], cents)
    person.payments.push({ id, received: cents })
    model.paid[index] = Math.min(OWED, sum(person))
  })

/** A refund or a dispute: the last payment is taken back in full. */
const takeBack = (who: number, kind: 'REFUNDED' | 'CONTESTED') =>
  command(kind, async (model, real) => {
    const person = at(real.people, who)
    const last = person.payments.pop()
    if (!last) return
    await bring(nightly(real.db, model.today), last.id, { [kind]: last.received })
    model.paid[who % real.people.length] = Math.min(OWED, sum(person))
  })

const sum = ({ payments }: Person) => payments.reduce((total, { received }) => total + received, 0)

const letters = command('prepares and posts every letter that may be', async ({ today }, real) => {
  const ctx = await treasurer(real, today)
  for (const { duesId } of real.people) {
    await allowing(prepareNotices(ctx, [duesId]))
    const found = await real.db.registeredLetter.findFirst({ where: { subjectId: duesId, kind: 'dues-formal-notice' } })
    if (!found) continue
    const deposit = { step: 'deposited', on: today, channel: 'POSTAL', postalNumber: '1A' } as const
    await allowing(recordLetterStep(ctx, { letterId: found.id, ...deposit }, followDuesLetter))
    await allowing(recordLetterStep(ctx, { letterId: found.id, step: 'presented', on: today }, followDuesLetter))
  }
})

/** An assembly is convened with every case on its agenda, ready or not. */
const convene = command('convenes an assembly, two nights at once', async ({ today }, real) => {
  const resolutions = real.people.map(({ duesId, memberId }) => ({
    effect: { kind: 'remove-member', memberId, duesId },
  }))
  const { id } = await buildMeeting(real.db, real.built, { date: addDays(today, 20), resolutions })
  const convenedAt = dateFromInstant(morning(today))
  await real.db.meeting.update({ where: { id }, data: { state: 'CONVENED', convenedAt } })
  await Promise.all([runRemovalsNight(nightly(real.db, today)), runRemovalsNight(nightly(real.db, today))])
})

/** Somebody tries to remove everybody now, whatever has been done. */
const removals = command('tries to remove', async ({ today }, real) => {
  const ctx = await treasurer(real, today)
  for (const { duesId, memberId } of real.people) {
    const decision = { duesId, memberId, organ: 'ago', on: today, by: 'l’assemblée', resolutionId: null } as const
    await allowing(transact(real.db, (tx) => pronounceRemoval(tx, ctx, decision)))
  }
})

const who = fc.nat(2)
const commands = fc.commands(
  [
    fc.integer({ min: 1, max: 20 }).map(passDays),
    fc.constantFrom(14, 15, 16).map(passDays),
    fc.integer({ min: 1, max: 5 }).map(weeks),
    fc.integer({ min: 1, max: 2 }).map(night),
    fc.constant(night(1)),
    fc.integer({ min: 1, max: 25 }).map(crash),
    fc.tuple(who, fc.constantFrom(OWED, 2_000, 3_000)).map(([one, cents]) => payment(one, cents)),
    fc.tuple(who, fc.constantFrom('REFUNDED' as const, 'CONTESTED' as const)).map(([one, kind]) => takeBack(one, kind)),
    fc.constant(letters),
    fc.constant(letters),
    fc.constant(convene),
    fc.constant(removals),
  ],
  { maxCommands: 20, size: 'max' },
)

test('6.4-b whatever happens and in whatever order: no step skipped, repeated or early, no second message, sums agree', async () => {
  const built = await buildAssociation(db(), { founders: 3, actives: 1, honorary: 0, duesYear: 2020, settled: false })
  let year = 2026
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 10), commands, async (weeksBefore, list) => {
      year += 1
      const people = await openYear(year)
      const model: Model = { today: `${year}-01-10`, paid: people.map(() => 0) }
      const real: Real = { db: db(), built, people }
      await callDues(await treasurer(real, model.today), { year })
      await serve(db())
      // half of the sequences begin late in the procedure
      await weeks(weeksBefore).run(model, real)
      if (weeksBefore > 0) await letters.run(model, real)
      await fc.asyncModelRun(() => ({ model, real }), list)
    }),
    { numRuns: 18, interruptAfterTimeLimit: 25_000, markInterruptAsFailure: false, endOnFailure: true },
  )
}, 60_000)

/** A year of its own for each sequence: three members who owe it. */
async function openYear(year: number): Promise<Person[]> {
  const day = (monthAndDay: string) => dateColumn(`${year}-${monthAndDay}`)
  const members = await addMembers(db(), { category: 'active', count: 3, name: `Annee${year}` })
  const period = await db().duesPeriod.create({
    data: {
      year,
      startsOn: day('01-01'),
      endsOn: day('12-31'),
      dueOn: day('03-31'),
      setOn: day('01-02'),
      source: 'AGO',
    },
  })
  return Promise.all(
    members.map(async ({ id, number }) => {
      const dues = await db().dues.create({
        data: {
          memberId: id,
          periodId: period.id,
          reference: `C${year}-${number}`,
          amountCents: OWED,
          dueOn: day('03-31'),
          openedOn: day('01-02'),
        },
      })
      return { duesId: dues.id, memberId: id, payments: [] }
    }),
  )
}
