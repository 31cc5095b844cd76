import type { Document, Meeting, Prisma } from '~/generated/prisma/client'
import { lettersWith, readsLetter } from '~/letters/letter-access.server'
import type { Context } from '~/platform/context'
import { may, sitsInBureau } from '~/platform/permissions'
import { isMeetingOfficer } from './access.server'
import { readsRegister } from './reads-register'

/** Papers of a registered letter: read as it is (disciplinary files are not every officer's). */
const LETTER_PAPERS = new Set(['explications', 'preuve'])

const membershipsOf = (ctx: Context) => ctx.actor.actingFor.map(({ memberId }) => memberId)

const calledTo = (ctx: Context) => ({ electorate: { some: { memberId: { in: membershipsOf(ctx) }, attends: true } } })

/**
 * The meetings whose signed minutes the actor reads, at every door (register, file, document, page of the meeting): all for whoever
 * reads the register or writes minutes; for a member those of assemblies, and those of any meeting to which he was called.
 */
export function minutesReadableIn(ctx: Context): Prisma.MeetingWhereInput {
  const reads = readsRegister(ctx.actor)
  if (reads === 'all') return {}
  return reads === null ? { id: { in: [] } } : { OR: [{ body: { in: ['ago', 'age'] } }, calledTo(ctx)] }
}

/** Whether the signed minutes of this meeting are the actor's to read. */
export async function readsMinutes(ctx: Context, meetingId: string): Promise<boolean> {
  return (await ctx.db.meeting.count({ where: { AND: [{ id: meetingId }, minutesReadableIn(ctx)] } })) > 0
}

/**
 * Whether the actor may read a document, whatever page leads to it:
 * - a member reads the papers that are about him; those of a registered letter are read by the people who read the letter;
 * - officers with the power to read the register read the papers of members that belong to no meeting; the Bureau reads those of a
 *   reprise, everybody the internal rules;
 * - minutes have their own rule (`readsMinutes`); other papers of a meeting are its officers', and once opened also those of every
 *   member for an assembly (15-b), of the people who were called for the Bureau.
 */
export async function mayReadDocument(ctx: Context, document: Document): Promise<boolean> {
  const own = document.memberId !== null && membershipsOf(ctx).includes(document.memberId)
  if (own || LETTER_PAPERS.has(document.kind)) return own || readsPaper(ctx, document.id)
  if (document.kind === 'internal-rules') return true
  if (document.kind === 'reprise' && sitsInBureau(ctx.actor)) return true
  if (document.meetingId === null) return may(ctx.actor, 'members.read')
  if (document.kind === 'minutes') return readsMinutes(ctx, document.meetingId)
  if (isMeetingOfficer(ctx)) return true
  const open = document.openSince !== null && document.openSince.getTime() <= ctx.now.epochMilliseconds
  return open && document.memberId === null && (await seesMeeting(ctx, document.meetingId))
}

async function readsPaper(ctx: Context, documentId: string): Promise<boolean> {
  for (const letter of await lettersWith(ctx, documentId)) if (await readsLetter(ctx, letter)) return true
  return false
}

/** A certified extract is given by who keeps the register, of minutes that he reads. */
export const givesExtracts = async (ctx: Context, meetingId: string): Promise<boolean> =>
  may(ctx.actor, 'register.read') && readsMinutes(ctx, meetingId)

/** Every member the papers of an assembly, even while it is prepared (15-b); those of the Bureau, whom it called. */
async function seesMeeting(ctx: Context, meetingId: string): Promise<boolean> {
  if (ctx.actor.actingFor.length === 0) return false
  const where = { id: meetingId, OR: [{ body: { in: ['ago', 'age'] satisfies Meeting['body'][] } }, calledTo(ctx)] }
  return (await ctx.db.meeting.count({ where })) > 0
}
