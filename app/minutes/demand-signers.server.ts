import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { reason } from '~/statutes/ruling'
import { rolesFor } from './signatories'

/**
 * 8.3-c, 4.51: two people sign the minutes of an assembly. Refused before the text is fixed when its secretary presided it too:
 * nobody could ever sign the second time.
 */
export async function demandSigners(tx: Tx, meetingId: string): Promise<void> {
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: { body: true, chairMemberId: true, secretaryAccountId: true, secretaryName: true },
  })
  if (!rolesFor(meeting.body).includes('secretary')) return
  const both = await tx.$queryRaw<unknown[]>`
    select 1 from "ActingFor" where "accountId" = ${meeting.secretaryAccountId}::uuid and "memberId" = ${meeting.chairMemberId}::uuid`
  if (both.length === 0) return
  const sentence = `${meeting.secretaryName ?? 'La même personne'} préside et tient le secrétariat : le procès-verbal se signe à deux. Changez le secrétariat depuis la page Séance.`
  throw new Refusal(sentence, { reasons: [reason('8.3-c', sentence)] })
}
