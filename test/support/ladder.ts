import { Temporal } from 'temporal-polyfill'
import { runDuesNight } from '~/dues/ladder/run-dues-night.server'
import { readNightSummary } from '~/dues/ladder/night-summary'
import { isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { deliverMail } from '~/platform/mail/deliver.server'
import type { SystemContext } from '~/platform/context'
import { addDays } from '~/statutes/civil-date'

/** The early morning of a civil day, when the nightly run passes. */
export const morning = (day: string) => Temporal.Instant.from(`${day}T04:30:00Z`)

export const nightly = (db: Db, day: string): SystemContext => ({ db, now: morning(day), actor: null })

/** Every call and reminder that waits is accepted by a server, some seconds after it was written. */
export const serve = (db: Db) =>
  db.$executeRaw`
    update "Mail" set state = 'ACCEPTED', attempts = 1, "serverAnswer" = '250 OK', "sentAt" = "queuedAt" + interval '4 seconds'
     where state = 'QUEUED' and template like 'dues-%'`

/** A mail leaves by the server of the test, at the moment when it was written. */
export async function deliverAtOnce(db: Db, id: string) {
  await deliverMail(id)
  await db.$executeRaw`update "Mail" set "sentAt" = "queuedAt" where id = ${id}::uuid`
}

type Serving = { serving?: boolean }

/** One nightly run, whose mails a server accepts, and those before it, unless it is said not to; its summary. */
export async function night(db: Db, day: string, { serving = true }: Serving = {}) {
  if (serving) await serve(db)
  const id = await runDuesNight(nightly(db, day))
  if (serving) await serve(db)
  const run = await db.duesRun.findUniqueOrThrow({ where: { id } })
  const summary = readNightSummary(run.summary)
  if (!summary) throw new Error('the run did not end')
  return summary
}

/** A run each morning from a day to another, both included. */
export async function nights(db: Db, from: string, to: string, serving: Serving = {}) {
  for (let day = from; day <= to; day = addDays(day, 1)) await night(db, day, serving)
}

/** « called 2027-02-01 », in the order of their recording. */
export async function stepsOf(db: Db, where: { duesId: string } | { memberId: string }) {
  const steps = await db.duesStep.findMany({ where, orderBy: { rank: 'asc' } })
  return steps.map(({ stage, on }) => `${stage} ${isoDate(on)}`)
}

/** The registered letter that invites to explain, of one dues. */
export const letterOf = (db: Db, duesId: string) =>
  db.registeredLetter.findUniqueOrThrow({
    where: { kind_subjectId: { kind: 'dues-formal-notice', subjectId: duesId } },
  })

type StoredStep = { duesId: string; memberId: string; stage: string; on: Date; message: boolean; mailId: string | null }

/** What the procedure must never show, read from the rows alone (three reminders, 15 days, as in the model); none, always. */
export async function breaches(db: Db): Promise<string[]> {
  const [dues, steps, letters, mails] = await Promise.all([
    db.dues.findMany({ select: { id: true, dueOn: true, stage: true, closedAs: true } }),
    db.duesStep.findMany({ orderBy: { rank: 'asc' } }),
    db.registeredLetter.findMany({ where: { kind: 'dues-formal-notice' } }),
    db.$queryRaw<{ twice: number; lone: number }[]>`
      select (select count(*)::int from (select 1 from "Mail" where template like 'dues-%'
                group by "toAddress", ("queuedAt" at time zone 'Europe/Paris')::date having count(*) > 1) t) as twice,
             (select count(*)::int from "Mail" m where m.template like 'dues-%'
                and not exists (select 1 from "DuesStep" s where s."mailId" = m.id and s.message)) as lone`,
  ])
  const said = dues.flatMap(({ id, dueOn, stage, closedAs }) => {
    const own = steps.filter(({ duesId }) => duesId === id)
    const letter = letters.find(({ subjectId }) => subjectId === id)
    return [
      ...orderBreaches(own, isoDate(dueOn), letter?.presentedOn ? isoDate(letter.presentedOn) : null),
      ...(stage === (own.at(-1)?.stage ?? null) ? [] : ['the dues do not stand at their last step']),
      ...((closedAs === 'REMOVED') === own.some((step) => step.stage === 'removed')
        ? []
        : ['removed without its step']),
    ].map((fault) => `${id} (${own.map((step) => step.stage).join(' ')}): ${fault}`)
  })
  if (mails[0]?.twice) said.push('two messages of one day to one address')
  if (mails[0]?.lone) said.push('a message without its step')
  return said
}

const ORDER = ['called', 'due', 'reminder-1', 'reminder-2', 'reminder-3', 'formal-notice', 'answer-over', 'listed']

function orderBreaches(steps: StoredStep[], dueOn: string, presentedOn: string | null): string[] {
  const faults: string[] = []
  const day = (stage: string) => {
    const found = steps.find((step) => step.stage === stage)
    return found ? isoDate(found.on) : null
  }
  const need = (ok: boolean, fault: string) => void (ok || faults.push(fault))
  steps.forEach(({ stage, on }, index) => {
    const expected = ORDER[index] ?? (index === 8 ? 'removed' : 'notified')
    need(stage === expected || (stage === 'kept' && expected === 'removed'), `${stage} stands at place ${index}`)
    const before = steps[index - 1]
    need(!before || before.on <= on, `${stage} before the step that precedes it`)
  })
  const apart = (from: string | null, to: string | null, days: number, fault: string) =>
    need(to === null || (from !== null && to >= addDays(from, days)), fault)
  apart(dueOn, day('due'), 1, 'due too early')
  apart(dueOn, day('reminder-1'), 15, 'first reminder too early')
  apart(day('reminder-1'), day('reminder-2'), 15, 'second reminder too early')
  apart(day('reminder-2'), day('reminder-3'), 15, 'third reminder too early')
  apart(day('reminder-3'), day('formal-notice'), 15, 'letter too early')
  apart(presentedOn, day('answer-over'), 16, 'answer time cut short')
  return faults
}

/** The client as a process sees it that dies after so many statements: what is not committed is lost. */
export function interrupted(db: Db, statements: number): Db {
  let left = statements
  const dying = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, key, receiver) {
        const value: unknown = Reflect.get(object, key, receiver)
        if (key === '$transaction')
          return (work: (tx: object) => unknown, options: object) =>
            db.$transaction((tx) => Promise.resolve(work(dying(tx))), options)
        if (typeof value === 'function')
          return (...input: unknown[]) => {
            left -= 1
            if (left < 0) throw new Error('the process died')
            return Reflect.apply(value, object, input)
          }
        return typeof value === 'object' && value !== null && typeof key === 'string' ? dying(value) : value
      },
    })
  return dying(db)
}
