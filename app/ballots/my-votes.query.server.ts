import { meetingName } from '~/meetings/meeting-words'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { ballotBox } from './box/ballot-box.server'
import { receiptCode } from './vote-result'

const SHOWN = 200

/**
 * The votes that the actor cast on line, for himself, for whom he represents or by proxy, and those cast in the name of his
 * memberships: the receipt of each, never the choice. The latest first.
 */
export async function myVotes(ctx: Context) {
  const mine = ctx.actor.actingFor.map(({ memberId }) => memberId)
  const used = (await ballotBox.used(ctx.db, { members: mine, voters: mine })).filter(({ receipt }) => receipt !== null)
  const resolutions = await ctx.db.resolution.findMany({
    where: { id: { in: used.map(({ resolutionId }) => resolutionId) } },
    include: { meeting: true },
    orderBy: [{ meeting: { startsAt: 'desc' } }, { number: 'asc' }],
  })
  const slips = resolutions
    .flatMap((resolution) =>
      used.filter(({ resolutionId }) => resolutionId === resolution.id).map((right) => ({ ...right, resolution })),
    )
    .slice(0, SHOWN)
  const members = await ctx.db.member.findMany({
    where: { id: { in: slips.map(({ memberId }) => memberId) } },
    select: { id: true, label: true },
  })
  const labels = new Map(members.map(({ id, label }) => [id, label]))
  return slips.flatMap(({ memberId, receipt, resolution }) =>
    receipt === null
      ? []
      : [
          {
            key: `${resolution.id}-${memberId}`,
            meetingId: resolution.meetingId,
            meeting: meetingName(resolution.meeting),
            on: isoDate(resolution.meeting.date),
            number: resolution.number,
            title: resolution.title,
            member: labels.get(memberId) ?? '',
            code: receiptCode(receipt),
          },
        ],
  )
}
