import type { Meeting } from '~/generated/prisma/client'
import { association, statutesVersion } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { queueMails } from '~/platform/mail/queue.server'
import { votingRights } from '~/statutes/voting-rights'
import { meetingUrl } from './convene/mail-props.server'
import { recipients } from './convene/recipients.server'
import { meetingName, meetingWhen } from './meeting-words'
import { memberFacts } from './member-facts.server'
import { endProxiesWithoutRight } from './proxies/end-proxies-without-right.server'
import { lockRunningMeetings } from './proxies/void-proxies-of-member.server'

/** Dues of a year that became settled, or are so no more: the day of full payment before and after. */
export type DuesChange = { memberId: string; year: number; before: string | null; after: string | null }

type Right = { memberId: string; votes: boolean; why: string | null }

/**
 * 6-a: dues that give or take the right to vote at a meeting convened and not yet open, by the statutes under which it is held. The
 * member is told; the proxies that rested on a right now lost end, both parties told. What has changed again since is told by the
 * job of that later change.
 */
export async function tellDuesRights(ctx: SystemContext, changes: readonly DuesChange[]): Promise<void> {
  await transact(ctx.db, async (tx) => {
    await lockRunningMeetings(tx)
    const meetings = await tx.meeting.findMany({
      where: { state: 'CONVENED', date: { gte: dateColumn(parisDate(ctx.now)) } },
      orderBy: { id: 'asc' },
    })
    const lost = new Set<string>()
    for (const meeting of meetings) {
      const rights = await changedRights(tx, meeting, changes)
      await tell(tx, ctx, meeting, rights)
      for (const { memberId, votes } of rights) if (!votes) lost.add(memberId)
    }
    // once each: it goes through all the meetings by itself
    for (const memberId of lost) await endProxiesWithoutRight(tx, ctx, memberId, LOST)
  })
}

const LOST = {
  became: 'n’a plus le droit de vote',
  changed: (label: string) => `${label} n’a plus le droit de vote à cette réunion.`,
}

/** Those called to the meeting whose right to vote is no more what it was before their dues changed. */
async function changedRights(tx: Tx, meeting: Meeting, changes: readonly DuesChange[]): Promise<Right[]> {
  const date = isoDate(meeting.date)
  const { statutes } = await statutesVersion(tx, meeting.statutesId)
  const ofYear = new Map(
    changes.filter(({ year }) => year === Number(date.slice(0, 4))).map((one) => [one.memberId, one]),
  )
  if (ofYear.size === 0 || statutes.votingRight.unpaidDues === 'votes') return []
  const called = await tx.electorateEntry.findMany({
    where: { meetingId: meeting.id, stage: 'CONVOCATION', memberId: { in: [...ofYear.keys()] } },
    select: { memberId: true },
  })
  const ids = new Set(called.map(({ memberId }) => memberId))
  const facts = await memberFacts(tx, { body: meeting.body, date })
  return facts.flatMap((now): Right[] => {
    const change = ofYear.get(now.id)
    if (!change || !ids.has(now.id) || now.duesSettledOn !== change.after) return []
    const [was, is] = votingRights(statutes, [{ ...now, duesPaidOn: change.before }, now], { body: meeting.body, date })
    if (!was || !is || was.mayVote === is.mayVote) return []
    return [{ memberId: now.id, votes: is.mayVote, why: is.mayVote ? null : (is.reasons[0]?.sentence ?? null) }]
  })
}

/** A message of service, for which an address is enough. */
async function tell(tx: Tx, ctx: SystemContext, meeting: Meeting, rights: readonly Right[]): Promise<void> {
  if (rights.length === 0) return
  const { name: associationName } = await association(tx)
  const memberIds = rights.map(({ memberId }) => memberId)
  const people = await recipients(tx, { memberIds, body: 'bureau', on: parisDate(ctx.now) })
  const mails = people.flatMap(({ memberId, name, forBody, accountId, address, channel }) => {
    const right = rights.find((one) => one.memberId === memberId)
    if (!right || channel !== 'MAIL') return []
    return {
      template: 'voting-right-changed' as const,
      props: {
        associationName,
        name,
        forBody,
        votes: right.votes,
        why: right.why,
        meeting: meetingName(meeting),
        when: meetingWhen(meeting),
        url: meetingUrl(meeting.id, `/reponse?pour=${memberId}`),
      },
      to: { address, name },
      accountId,
      meetingId: meeting.id,
    }
  })
  await queueMails(tx, mails, ctx.now)
}
