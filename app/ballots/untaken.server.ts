import type { Temporal } from 'temporal-polyfill'
import type { Db } from '~/platform/db.server'
import { ballotBox } from './box/ballot-box.server'
import type { CastAnswer } from './box/box'
import { whyNotTaken } from './why-not-taken'
import type { VoteResult } from './vote-result'

type Untaken = { memberId: string; unmet: Exclude<CastAnswer['unmet'], 'unconfirmed' | null> }

/**
 * Explains the votes that the box did not take. Where the same voter had already voted, his receipt is given again; otherwise
 * the reason is given in words.
 */
export async function explainUntaken(
  ctx: { db: Db; now: Temporal.Instant; sessionHash: string | null },
  input: { meetingId: string; resolutionId: string; votes: readonly { memberId: string; choice: string }[] },
  untaken: readonly Untaken[],
): Promise<Map<string, VoteResult>> {
  const { meetingId, resolutionId } = input
  const ids = untaken.map(({ memberId }) => memberId)
  const [resolution, slips, mine, present, names] = await Promise.all([
    ctx.db.resolution.findFirst({
      where: { id: resolutionId, meetingId },
      select: { state: true, mode: true, secret: true, among: true },
    }),
    ballotBox.used(ctx.db, { resolutionId, members: ids }),
    ctx.db.$queryRaw<{ memberId: string }[]>`
      SELECT f."memberId" FROM "Session" s JOIN "ActingFor" f ON f."accountId" = s."accountId" WHERE s."tokenHash" = ${ctx.sessionHash}`,
    ctx.db.presence.findMany({
      where: { meetingId, memberId: { in: ids }, present: true },
      select: { memberId: true },
    }),
    ctx.db.member.findMany({ where: { id: { in: ids } }, select: { id: true, label: true } }),
  ])
  const ballot = resolution && { ...resolution, reserved: resolution.among.length > 0 }
  const own = new Set(mine.map(({ memberId }) => memberId))
  const here = new Set(present.map(({ memberId }) => memberId))
  return new Map(
    untaken.map(({ memberId, unmet }): [string, VoteResult] => {
      const slip = slips.find((each) => each.memberId === memberId)
      const choice = input.votes.find((vote) => vote.memberId === memberId)?.choice
      const byMe = slip !== undefined && slip.receipt !== null && own.has(slip.voterId)
      if (byMe && slip.receipt !== null && (slip.choice === null || slip.choice === choice))
        return [
          memberId,
          { memberId, outcome: 'counted', receipt: slip.receipt, kept: true, replaced: false, choice: slip.choice },
        ]
      const label = names.find(({ id }) => id === memberId)?.label ?? ''
      const facts = {
        unmet,
        resolution: ballot,
        slip: slip ?? null,
        mine: own.has(memberId),
        present: here.has(memberId),
        label,
      }
      return [memberId, { memberId, outcome: 'refused', ...whyNotTaken(facts) }]
    }),
  )
}
