import { addressees, type Addressee } from '~/letters/addressees.server'
import type { Tx } from '~/platform/db.server'
import { queueCircular } from '~/platform/mail/queue-circular.server'
import { addDays } from '~/statutes/civil-date'
import { oweEnoughYears } from '~/statutes/dues-ladder'
import { latestDay } from '~/statutes/dues-ladder-mails'
import { reminderRank, type Stage } from '~/statutes/dues-ladder-stages'
import { plainCount, plainDate } from '~/statutes/french'
import { byOrgan } from '~/statutes/organs'
import type { Statutes } from '~/statutes/schema'
import { euros, frenchDate } from '~/ui/format'
import type { Temporal } from 'temporal-polyfill'
import type { LadderRow } from './facts.server'
import type { DuesWriter } from './writer.server'

/** What a message about one dues needs beyond the ladder. */
export type Billed = LadderRow & { reference: string; amountCents: number; source: string }

export type ReaderOf = { row: Billed; reader: Addressee & { email: string } }

/** Reference, amount and source of these dues, by id. */
export async function billed(tx: Tx, rows: LadderRow[]): Promise<Billed[]> {
  const found = await tx.dues.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true, reference: true, amountCents: true, period: { select: { source: true } } },
  })
  const known = new Map(found.map((each) => [each.id, each]))
  return rows.flatMap((row) => {
    const bill = known.get(row.id)
    return bill
      ? [{ ...row, reference: bill.reference, amountCents: bill.amountCents, source: bill.period.source }]
      : []
  })
}

/** The members among these who can be written to by mail. */
export async function readersByMail(tx: Tx, rows: Billed[], on: string) {
  const known = await addressees(tx, [...new Set(rows.map(({ memberId }) => memberId))], on)
  const readers: ReaderOf[] = []
  const without: Billed[] = []
  for (const row of rows) {
    const reader = known.get(row.memberId)
    if (reader?.email) readers.push({ row, reader: { ...reader, email: reader.email } })
    else without.push(row)
  }
  return { readers, without }
}

/** What a message says of one dues. */
export function factsOf({ row, name, forBody }: { row: Billed; name: string; forBody: string | null }) {
  const received = row.amountCents - row.owedCents
  return {
    name,
    forBody,
    year: row.year,
    reference: row.reference,
    amount: euros(row.amountCents),
    received: received > 0 ? euros(received) : null,
    owed: euros(row.owedCents),
    dueDate: frenchDate(row.dueOn),
  }
}

/** Queues the calls of these dues, one message each; the ids in order. */
export function queueCalls(tx: Tx, writer: DuesWriter, readers: ReaderOf[], now: Temporal.Instant): Promise<string[]> {
  return queueCircular(
    tx,
    {
      template: 'dues-call',
      shared: writer,
      propsOf: (own) => ({ ...writer, ...own }),
      recipients: readers.map(({ row, reader }) => ({
        to: { address: reader.email, name: reader.name },
        accountId: reader.accountId,
        props: { ...factsOf({ row, name: reader.name, forBody: reader.forBody }), source: row.source },
      })),
    },
    now,
  )
}

type Reminding = {
  statutes: Statutes
  stageOf: (row: Billed) => Stage
  /** the reminder after which one now stands, when it is not this one; null: past them all */
  reachedOf?: (row: Billed) => number | null
  today: string
}

/** Queues the reminders of these dues, each of its rank; the ids in order. */
export function queueReminders(
  tx: Tx,
  writer: DuesWriter,
  readers: ReaderOf[],
  { statutes, stageOf, reachedOf, today }: Reminding,
  now: Temporal.Instant,
): Promise<string[]> {
  const ranks = statutes.dues.reminders
  return queueCircular(
    tx,
    {
      template: 'dues-reminder',
      shared: { ...writer, ranks },
      propsOf: (own) => ({ ...writer, ranks, ...own }),
      recipients: readers.map(({ row, reader }) => {
        const rank = reminderRank(stageOf(row)) ?? 1
        const reached = reachedOf ? reachedOf(row) : rank
        return {
          to: { address: reader.email, name: reader.name },
          accountId: reader.accountId,
          props: {
            ...factsOf({ row, name: reader.name, forBody: reader.forBody }),
            rank,
            previous: rank > 1 ? previousDay(row) : null,
            then: reached === null ? ENDS : whatFollows(statutes, row, reached, today),
          },
        }
      }),
    },
    now,
  )
}

/** The day on which the message before this one really left. */
function previousDay({ last, lastAgainOn, acceptedOn }: LadderRow): string | null {
  const on = last && latestDay(lastAgainOn ?? last.on, acceptedOn)
  return on && frenchDate(on)
}

const ENDS = 'Le paiement met fin à la procédure.'

/** What comes without payment, in a sentence (6.4-b). */
export function whatFollows(statutes: Statutes, row: LadderRow, rank: number, today: string): string {
  const { reminders, daysBetweenReminders, formalNotice, removalBy } = statutes.dues
  const from = plainDate(addDays(today, daysBetweenReminders))
  if (rank < reminders) return `${ENDS} Sans règlement, un nouveau rappel vous sera adressé à partir du ${from}.`
  if (!oweEnoughYears(statutes, row))
    return 'Le paiement met fin à la procédure. Sans règlement, cette cotisation reste due à l’association.'
  const letter = formalNotice.registeredLetter ? 'une lettre recommandée' : 'une lettre'
  return `${ENDS} Sans règlement, ${letter} vous invitera, à partir du ${from}, à vous expliquer sous ${plainCount(formalNotice.answerDays, 'jour')} ; votre radiation pourra ensuite être prononcée ${byOrgan(removalBy)}.`
}
