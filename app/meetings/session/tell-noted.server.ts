import type { Meeting } from '~/generated/prisma/client'
import type { NotedByAnotherProps } from '../../../emails/noted-by-another.subject'
import { association } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { queueMails } from '~/platform/mail/queue.server'
import { typeset } from '~/statutes/french'
import { frenchDateTime } from '~/ui/format'
import { meetingUrl } from '../convene/mail-props.server'
import { recipients } from '../convene/recipients.server'
import { meetingName, meetingWhen } from '../meeting-words'
import { speaksFor } from '../proxies/parties'

type Noted = Pick<NotedByAnotherProps, 'act' | 'noted'> & {
  meeting: Meeting
  /** of whom it was noted */
  memberId: string
  /** the member, and who votes for him; whoever noted it is not written to */
  readers: string[]
}

/**
 * Whoever is marked present, gone or voted for by another is written to in the same transaction: what, by whom, when, and what
 * to do if it is not so. A message of service: an address is enough. A legal person reads through its representative (6.2-d).
 */
export async function tellNoted(
  tx: Tx,
  ctx: Context,
  { meeting, memberId, act, noted, readers }: Noted,
): Promise<void> {
  const memberIds = [...new Set(readers)].filter((id) => !speaksFor(ctx, id))
  if (memberIds.length === 0) return
  const { name: associationName, email: contact } = await association(tx)
  const { label: member } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { label: true } })
  const people = await recipients(tx, { memberIds, body: 'bureau', on: parisDate(ctx.now) })
  const common = {
    associationName,
    contact,
    member,
    act,
    noted: typeset(noted),
    by: ctx.actor.name,
    at: frenchDateTime(ctx.now),
    meeting: meetingName(meeting),
    when: meetingWhen(meeting),
    url: meetingUrl(meeting.id),
  }
  const mails = people
    .filter(({ channel }) => channel === 'MAIL')
    .map(({ name, address, accountId }) => ({
      template: 'noted-by-another' as const,
      props: { ...common, name },
      to: { address, name },
      accountId,
      meetingId: meeting.id,
    }))
  await queueMails(tx, mails, ctx.now)
}
