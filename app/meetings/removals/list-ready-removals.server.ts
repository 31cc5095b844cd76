import { letterFacts } from '~/dues/ladder/letter-facts.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { journal } from '~/platform/journal.server'
import { ofName } from '~/statutes/french'
import { demandDraft, putOnAgenda } from '../agenda/put-on-agenda.server'
import { lockMeeting } from '../lock.server'
import { readyRemovals, type ReadyCase } from './ready.server'
import { removalText } from './removal-text'

/**
 * 6.4-b: puts every case that is ready on the agenda of a meeting in preparation: one point, one secret resolution a member,
 * whose adoption removes him. The step « listed » is that of the convocation: until then the agenda is a draft. `again`: a
 * case that was taken off this agenda comes back too. Refused: a body that does not pronounce removals, a meeting convened
 * already. Returns how many were added.
 */
export async function listReadyRemovals(
  tx: Tx,
  ctx: Context | SystemContext,
  { meetingId, again, duesIds = null }: { meetingId: string; again: boolean; duesIds?: readonly string[] | null },
): Promise<number> {
  const meeting = await lockMeeting(tx, meetingId)
  await demandDraft(tx, meeting, 'remove-member')
  const ready = await readyRemovals(tx, parisDate(ctx.now))
  const offered = again ? ready : await neverTakenOff(tx, meetingId, ready)
  const cases = offered.filter(({ id }) => duesIds === null || duesIds.includes(id))
  for (const { id: duesId, memberId, label } of cases) {
    const facts = await letterFacts(tx, duesId, parisDate(ctx.now))
    await putOnAgenda(tx, ctx, {
      meetingId,
      effect: { kind: 'remove-member', memberId, duesId },
      title: `Radiation ${ofName(label)}`,
      text: removalText(facts, { label, body: meeting.body }),
      secret: true,
      // where who is called to decide, and the member himself, read the file
      note: `Dossier ${ofName(label)} : ${env().PUBLIC_URL}/cotisations/dossiers/${duesId}`,
    })
    await journal(tx, ctx, { act: 'removal.listed', subject: 'Dues', subjectId: duesId, details: { meetingId } })
  }
  await tx.listedRemoval.createMany({
    data: cases.map(({ id }) => ({ meetingId, duesId: id, listedAt: dateFromInstant(ctx.now) })),
    skipDuplicates: true,
  })
  return cases.length
}

/** Who prepares the meeting may have taken a case off: the night does not put it back. */
async function neverTakenOff(tx: Tx, meetingId: string, ready: ReadyCase[]): Promise<ReadyCase[]> {
  const rows = await tx.listedRemoval.findMany({ where: { meetingId }, select: { duesId: true } })
  const before = new Set(rows.map(({ duesId }) => duesId))
  return ready.filter(({ id }) => !before.has(id))
}
