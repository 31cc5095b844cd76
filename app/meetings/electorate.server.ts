import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { ElectorateStage } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import type { Reason } from '~/statutes/ruling'
import { votingRights, type VotingRight } from '~/statutes/voting-rights'
import { memberFacts } from './member-facts.server'
import { markReasons } from './reprise-marks/mark.server'
import { officeMarks } from './reprise-marks/offices.server'
import { rightMarks } from './reprise-marks/rights.server'

/** The rights of one member as frozen with the meeting, and the name under which people know him. */
export type Elector = VotingRight & {
  label: string
  bornOn: string | null
  admittedOn: string
  duesSettledOn: string | null
  suspended: boolean
}

/**
 * The rights that members would have if the meeting were frozen now (a page of preparation); nothing is written. After what the
 * statutes say of each, its reasons tell what entered by a reprise: category, admission, the office by which he sits or presides.
 */
export async function draftElectorate(
  tx: Db | Tx,
  meeting: { body: 'bureau' | 'ago' | 'age'; date: string; statutesId: string },
): Promise<Elector[]> {
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const members = await memberFacts(tx, meeting)
  const rights = votingRights(statutes, members, meeting)
  const marks = await rightMarks(tx, statutes, meeting.date)
  const offices = (await officeMarks(tx, meeting.date)).filter(
    ({ office }) => meeting.body === 'bureau' || office === 'president',
  )
  const entered = await markReasons(tx, [...marks, ...offices])
  return rights.map((right, index) => {
    const member = members[index]
    if (!member) throw new Error('one right for each member')
    const { label, born, admitted, duesSettledOn, suspended } = member
    const reasons = [...right.reasons, ...(entered.get(right.id) ?? [])]
    return { ...right, reasons, label, bornOn: born ?? null, admittedOn: admitted, duesSettledOn, suspended }
  })
}

/**
 * Freezes the rights of every member for the meeting (13.1-a, 6.1-d to 6.4-c) at one stage: when it is convened, then when
 * it opens. One statement whatever their number. A stage already frozen stays as it is and is returned.
 */
export async function freezeElectorate(
  tx: Tx,
  input: { meetingId: string; stage: ElectorateStage; now: Temporal.Instant },
): Promise<Elector[]> {
  const { meetingId, stage } = input
  const known = await electorate(tx, meetingId, stage)
  if (known.length > 0) return known
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { body: true, date: true, statutesId: true },
  })
  const electors = await draftElectorate(tx, { ...meeting, date: isoDate(meeting.date) })
  await insertElectors(tx, { meetingId, stage, electors, after: 0 })
  return electors
}

/** Writes these rights as frozen at a stage, in their order, after so many others already there. */
export async function insertElectors(
  tx: Tx,
  input: { meetingId: string; stage: ElectorateStage; electors: readonly Elector[]; after: number },
): Promise<void> {
  const { meetingId, stage, electors, after } = input
  const rows = JSON.stringify(
    electors.map(({ id, ...elector }, index) => ({ ...elector, memberId: id, position: after + index + 1 })),
  )
  await tx.$executeRaw`
    INSERT INTO "ElectorateEntry" ("meetingId", "stage", "memberId", "position", "label", "category", "voices", "convened", "attends",
      "mayVote", "countsInQuorum", "admittedOn", "bornOn", "duesSettledOn", "duesOk", "suspended", "president", "reasons")
    SELECT ${meetingId}::uuid, ${stage}::"ElectorateStage", e."memberId", e."position", e."label", e."category", e."voices", e."convened",
      e."attends", e."mayVote", e."countsInQuorum", e."admittedOn", e."bornOn", e."duesSettledOn", e."duesOk", e."suspended", e."president", e."reasons"
    FROM jsonb_to_recordset(${rows}::jsonb) AS e("memberId" uuid, "position" int, "label" text, "category" text, "voices" int,
      "convened" boolean, "attends" boolean, "mayVote" boolean, "countsInQuorum" boolean, "admittedOn" date, "bornOn" date,
      "duesSettledOn" date, "duesOk" boolean, "suspended" boolean, "president" boolean, "reasons" jsonb)`
}

const storedReasons = z.custom<Reason[]>((value) => Array.isArray(value))

/** The rights as frozen at a stage, in the order of names; empty when that stage has not come. */
export async function electorate(tx: Db | Tx, meetingId: string, stage: ElectorateStage): Promise<Elector[]> {
  const rows = await tx.electorateEntry.findMany({ where: { meetingId, stage }, orderBy: { position: 'asc' } })
  return rows.map((row) => ({
    id: row.memberId,
    label: row.label,
    category: row.category,
    voices: row.voices,
    convened: row.convened,
    attends: row.attends,
    mayVote: row.mayVote,
    countsInQuorum: row.countsInQuorum,
    duesOk: row.duesOk,
    president: row.president,
    reasons: storedReasons.parse(row.reasons),
    bornOn: row.bornOn ? isoDate(row.bornOn) : null,
    admittedOn: isoDate(row.admittedOn),
    duesSettledOn: row.duesSettledOn ? isoDate(row.duesSettledOn) : null,
    suspended: row.suspended,
  }))
}

/** The latest stage frozen: the opening's once the session is open, else the convocation's. */
export async function latestElectorate(tx: Db | Tx, meetingId: string): Promise<Elector[]> {
  const opening = await electorate(tx, meetingId, 'OPENING')
  return opening.length > 0 ? opening : electorate(tx, meetingId, 'CONVOCATION')
}

/** How many people a sending about this meeting reaches. */
export async function calledCount(tx: Db | Tx, meetingId: string): Promise<number> {
  return tx.electorateEntry.count({ where: { meetingId, stage: 'CONVOCATION', convened: true } })
}
