import { dateColumn, isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import type { Answers, Question } from '~/platform/spreadsheet/table'
import { addDays } from '~/statutes/civil-date'
import { withFingerprints } from './fingerprints'
import type { Operation, StatementReading } from './statement/reading'
import { findTwins, type KnownLine } from './twins'

export type PlannedCredits = {
  /** credits that are not here yet */
  fresh: (Operation & { fingerprint: string })[]
  /** lines that are here already, by their ids */
  known: string[]
  /** whether a credit is a line known under another label */
  questions: Question[]
}

/** What the credits of a statement would add, and which of them are here already, brought by any statement of the same account. */
export async function planCredits(db: Db | Tx, reading: StatementReading, answers: Answers): Promise<PlannedCredits> {
  const credits = withFingerprints(reading.operations.filter(({ cents }) => cents > 0))
  const fingerprints = credits.map(({ fingerprint }) => fingerprint)
  const found = await db.bankLine.findMany({
    where: { fingerprint: { in: fingerprints } },
    select: { id: true, fingerprint: true },
  })
  const here = new Map(found.map(({ id, fingerprint }) => [fingerprint, id]))
  const unknown = credits.filter(({ fingerprint }) => !here.has(fingerprint))
  const twins = findTwins(unknown, await around(db, unknown, fingerprints, reading.account), reading.form, answers)
  const same = twins.filter(({ question }) => question.taken === 'same')
  const told = new Set(same.map(({ credit }) => credit.fingerprint))
  return {
    fresh: unknown.filter(({ fingerprint }) => !told.has(fingerprint)),
    known: [...here.values(), ...same.map(({ line }) => line.id)],
    questions: twins.map(({ question }) => question),
  }
}

/** Lines of the days of these credits, and of the days around, that this file does not hold as they are. */
async function around(
  db: Db | Tx,
  credits: readonly Operation[],
  fingerprints: string[],
  account: string | null,
): Promise<KnownLine[]> {
  const days = credits.map(({ on }) => on).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const lines = await db.bankLine.findMany({
    where: {
      on: { gte: dateColumn(addDays(first, -3)), lte: dateColumn(addDays(last, 3)) },
      amountCents: { in: [...new Set(credits.map(({ cents }) => cents))] },
      fingerprint: { notIn: fingerprints },
    },
    include: { statement: { select: { form: true, account: true } } },
    orderBy: { id: 'asc' },
  })
  return lines
    .filter(({ statement }) => sameAccount(statement.account, account))
    .map(({ id, on, label, amountCents, statement }) => ({
      id,
      on: isoDate(on),
      label,
      cents: amountCents,
      form: statement.form,
    }))
}

/** An OFX names the account by its number, a CAMT by the IBAN that holds it, a CSV not at all. */
function sameAccount(one: string | null, other: string | null): boolean {
  if (!one || !other) return true
  const [a, b] = [one.replace(/\W/g, ''), other.replace(/\W/g, '')]
  return a.includes(b) || b.includes(a)
}
