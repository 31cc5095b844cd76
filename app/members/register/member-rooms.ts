import type { Actor } from '~/platform/context'
import { may, sitsInBureau } from '~/platform/permissions'

/** The parts of the register that open to this person beside the list itself. */
export const memberRooms = (actor: Actor) => ({
  list: may(actor, 'members.read'),
  candidatures: may(actor, 'members.write'),
  cases: may(actor, 'discipline.manage') || sitsInBureau(actor),
  accesses: may(actor, 'association.write') || may(actor, 'offices.manage'),
})

export type MemberRooms = ReturnType<typeof memberRooms>
