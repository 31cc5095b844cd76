import type { Document } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { may } from '~/platform/permissions'
import { isMeetingOfficer } from './access.server'

/** Papers of a registered letter: read beside it, by who handles the letter (disciplinary files are not every officer's). */
const LETTER_PAPERS = new Set(['explications', 'preuve'])

/** Officers read every document of a meeting, who reads the register those of members; a member those opened to the members (15-b), and his own. */
export function mayReadDocument(ctx: Context, document: Document): boolean {
  const memberships = ctx.actor.actingFor.map(({ memberId }) => memberId)
  const own = document.memberId !== null && memberships.includes(document.memberId)
  if (LETTER_PAPERS.has(document.kind)) return own
  if (document.meetingId !== null && isMeetingOfficer(ctx)) return true
  if (may(ctx.actor, 'members.read')) return true
  if (own) return true
  const open = document.openSince !== null && document.openSince.getTime() <= ctx.now.epochMilliseconds
  return open && memberships.length > 0
}
