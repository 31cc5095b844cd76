import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { reason } from '~/statutes/ruling'
import { rolesFor } from './signatories'

/**
 * 8.3-c, 4.51: two people sign, of whom each was there. Refused before the text is fixed when the secretary of the session presides
 * it too, or is a member who never came: nobody could ever sign. Where no attendance was kept, nothing is known of it.
 */
export async function demandSigners(tx: Tx, meetingId: string): Promise<void> {
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    select: {
      body: true,
      chairMemberId: true,
      secretaryId: true,
      secretaryName: true,
      presences: { select: { memberId: true } },
    },
  })
  if (!rolesFor(meeting.body).includes('secretary')) return
  const speaks = await tx.$queryRaw<{ memberId: string; called: boolean }[]>`
    select a."memberId", exists (select 1 from "ElectorateEntry" e
             where e."meetingId" = ${meetingId}::uuid and e."memberId" = a."memberId" and e."attends") as called
      from "ActingFor" a where a."accountId" = ${meeting.secretaryId}::uuid`
  if (speaks.some(({ memberId }) => memberId === meeting.chairMemberId))
    refuse(`${meeting.secretaryName ?? 'La même personne'} préside et tient le secrétariat`)
  const there = new Set(meeting.presences.map(({ memberId }) => memberId))
  const called = speaks.filter((each) => each.called)
  if (there.size > 0 && called.length > 0 && !called.some(({ memberId }) => there.has(memberId)))
    refuse(`${meeting.secretaryName ?? 'La personne choisie au secrétariat'} n’a pas été émargé en séance`)
}

function refuse(why: string): never {
  const sentence = `${why} : le procès-verbal se signe à deux, par des personnes qui étaient là. Changez le secrétariat depuis la page Séance.`
  throw new Refusal(sentence, { reasons: [reason('8.3-c', sentence)] })
}
