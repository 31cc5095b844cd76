import type { Prisma } from '~/generated/prisma/client'
import type { Db, Tx } from '~/platform/db.server'

/** A letter not posted yet, or a mail refused or returned: the member may not know of the meeting. */
export const TO_DO = {
  OR: [
    { channel: 'LETTER', postedOn: null },
    { channel: 'MAIL', mail: { state: { in: ['REFUSED', 'BOUNCED'] } } },
  ],
} satisfies Prisma.ConvocationNoticeWhereInput

/** How many notices of a meeting, of all its sendings, someone must still deal with. */
export async function undelivered(db: Db | Tx, meetingId: string): Promise<number> {
  return db.convocationNotice.count({ where: { convocation: { meetingId }, ...TO_DO } })
}
