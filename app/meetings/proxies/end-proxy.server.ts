import type { Meeting, Prisma } from '~/generated/prisma/client'
import { association } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { queueMails } from '~/platform/mail/queue.server'
import { meetingUrl } from '../convene/mail-props.server'
import { recipients } from '../convene/recipients.server'
import { meetingName, meetingWhen } from '../meeting-words'

export const PARTIES = { giver: { select: { label: true } }, holder: { select: { label: true } } } as const
export type LiveProxy = Prisma.ProxyGetPayload<{ include: typeof PARTIES }>

export type ProxyEnd = {
  /** whose membership changed */
  memberId: string
  /** kept with the proxy, without names */
  endReason: string
  /** what both parties read: one sentence */
  why: string
  /** the giver still votes by himself */
  votes: boolean
}

/** Ends a proxy because of what one of its parties has become, and tells both why. Whoever calls holds the meeting. */
export async function endProxy(
  tx: Tx,
  ctx: Context | SystemContext,
  meeting: Meeting,
  proxy: LiveProxy,
  { memberId, endReason, why, votes }: ProxyEnd,
): Promise<void> {
  await tx.proxy.update({
    where: { id: proxy.id },
    data: { state: 'ENDED', endedAt: dateFromInstant(ctx.now), endReason },
    select: { id: true },
  })
  await journal(tx, ctx, {
    act: 'proxy.ended',
    subject: 'Proxy',
    subjectId: proxy.id,
    details: { meetingId: meeting.id, left: proxy.giverId === memberId ? 'giver' : 'holder' },
  })
  await mailProxyEnd(tx, ctx, meeting, proxy, { why, votes, readers: [proxy.giverId, proxy.holderId] })
}

type Told = Pick<ProxyEnd, 'why' | 'votes'> & {
  /** which of the two parties */
  readers: string[]
}

/** Tells them that a proxy has ended, and why: a message of service, for which an address is enough. */
export async function mailProxyEnd(
  tx: Tx,
  ctx: Context | SystemContext,
  meeting: Meeting,
  proxy: LiveProxy,
  { why, votes, readers }: Told,
): Promise<void> {
  const { name: associationName } = await association(tx)
  const asked = { memberIds: readers, body: 'bureau' as const, on: parisDate(ctx.now) }
  const people = (await recipients(tx, asked)).filter(({ channel }) => channel === 'MAIL')
  const mails = people.map((person) => {
    const gives = person.memberId === proxy.giverId
    return {
      template: 'membership-proxy-ended' as const,
      props: {
        associationName,
        name: person.name,
        role: gives ? ('giver' as const) : ('holder' as const),
        other: gives ? proxy.holder.label : proxy.giver.label,
        why,
        votes,
        meeting: meetingName(meeting),
        when: meetingWhen(meeting),
        url: meetingUrl(meeting.id, `/reponse?pour=${person.memberId}`),
      },
      to: { address: person.address, name: person.name },
      accountId: person.accountId,
      meetingId: meeting.id,
    }
  })
  await queueMails(tx, mails, ctx.now)
}
