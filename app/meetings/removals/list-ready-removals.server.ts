import { statutesVersion } from '~/association/in-force.server'
import { letterFacts } from '~/dues/ladder/letter-facts.server'
import type { Meeting } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { journal } from '~/platform/journal.server'
import { demandLawful, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { judgeCompetence } from '~/statutes/competence'
import { ofName } from '~/statutes/french'
import type { Effect } from '../effect'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen } from '../prepare/demand-allowed.server'
import { renumberResolutions } from '../prepare/renumber.server'
import { readyRemovals, type ReadyCase } from './ready.server'
import { removalText } from './removal-text'

export const REMOVAL_ITEM = 'Radiation pour défaut de paiement'

/**
 * 6.4-b: puts every case that is ready on the agenda of a meeting in preparation: one point, one secret resolution a member,
 * whose adoption removes him. The step « listed » is that of the convocation: until then the agenda is a draft. `again`: a
 * case that was taken off this agenda comes back too. Refused: a body that does not pronounce removals, a meeting convened
 * already. Returns how many were added.
 */
export async function listReadyRemovals(
  tx: Tx,
  ctx: Context | SystemContext,
  { meetingId, again }: { meetingId: string; again: boolean },
): Promise<number> {
  const meeting = await lockMeeting(tx, meetingId)
  demandAgendaOpen(meeting)
  if (meeting.state !== 'DRAFT') throw new Refusal('Cette réunion est déjà convoquée : son ordre du jour est connu.')
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  demandLawful(judgeCompetence(statutes, meeting.body, 'remove-member'))
  const ready = await readyRemovals(tx, parisDate(ctx.now))
  const cases = again ? ready : await neverTakenOff(tx, meetingId, ready)
  if (cases.length === 0) return 0
  const itemId = await itemOf(tx, ctx, meetingId)
  for (const found of cases) await addResolution(tx, ctx, meeting, itemId, found)
  await writeNotes(tx, itemId, cases)
  await renumberResolutions(tx, meetingId)
  for (const { id } of cases)
    await journal(tx, ctx, { act: 'removal.listed', subject: 'Dues', subjectId: id, details: { meetingId } })
  return cases.length
}

/** Who prepares the meeting may have taken a case off: the night does not put it back. */
async function neverTakenOff(tx: Tx, meetingId: string, ready: ReadyCase[]): Promise<ReadyCase[]> {
  const rows = await tx.$queryRaw<{ subjectId: string }[]>`
    select "subjectId" from "JournalEntry"
     where act = 'removal.listed' and details ->> 'meetingId' = ${meetingId}
       and "subjectId" = any(${ready.map(({ id }) => id)}::text[])`
  const before = new Set(rows.map(({ subjectId }) => subjectId))
  return ready.filter(({ id }) => !before.has(id))
}

async function itemOf(tx: Tx, ctx: Context | SystemContext, meetingId: string): Promise<string> {
  const known = await tx.agendaItem.findFirst({
    where: { meetingId, title: REMOVAL_ITEM, kind: 'VOTE' },
    select: { id: true },
  })
  if (known) return known.id
  const { _max } = await tx.agendaItem.aggregate({ where: { meetingId }, _max: { position: true } })
  const id = v7(ctx.now.epochMilliseconds)
  await tx.agendaItem.create({
    data: { id, meetingId, position: (_max.position ?? 0) + 1, title: REMOVAL_ITEM, kind: 'VOTE' },
    select: { id: true },
  })
  return id
}

async function addResolution(
  tx: Tx,
  ctx: Context | SystemContext,
  { id: meetingId, body }: Meeting,
  agendaItemId: string,
  { id: duesId, memberId, label }: ReadyCase,
): Promise<void> {
  const facts = await letterFacts(tx, duesId, parisDate(ctx.now))
  const { _max } = await tx.resolution.aggregate({ where: { meetingId }, _max: { number: true } })
  await tx.resolution.create({
    data: {
      id: v7(ctx.now.epochMilliseconds),
      meetingId,
      agendaItemId,
      number: (_max.number ?? 0) + 1,
      title: `Radiation ${ofName(label)}`,
      text: removalText(facts, { label, body }),
      secret: true,
      effect: { kind: 'remove-member', memberId, duesId } satisfies Effect,
    },
    select: { id: true },
  })
}

/** Where the file of each case is read, by who is called to decide and by the member himself. */
async function writeNotes(tx: Tx, itemId: string, cases: ReadyCase[]): Promise<void> {
  const { notes } = await tx.agendaItem.findUniqueOrThrow({ where: { id: itemId }, select: { notes: true } })
  const lines = cases
    .map(({ id, label }) => `Dossier ${ofName(label)} : ${env().PUBLIC_URL}/cotisations/dossiers/${id}`)
    .filter((line) => !notes.includes(line))
  await tx.agendaItem.update({
    where: { id: itemId },
    data: { notes: [notes, ...lines].filter(Boolean).join('\n') },
    select: { id: true },
  })
}
