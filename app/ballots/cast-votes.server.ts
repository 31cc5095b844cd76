import type { Temporal } from 'temporal-polyfill'
import type { Db } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { ballotBox } from './box/ballot-box.server'
import type { Choice } from './choices'
import { explainUntaken } from './untaken.server'
import type { VoteResult } from './vote-result'

export type CastInput = {
  meetingId: string
  resolutionId: string
  votes: readonly { memberId: string; choice: Choice }[]
}

/**
 * The votes of one press: for oneself and for each giver (6.1-e, 6.2-b, 13.1-a). Each is counted, with its receipt, or
 * refused with the reason; none is lost. Signing in, rights and the state of the ballot are looked at by the statement that
 * writes. Throws 403 when nobody is signed in.
 */
export async function castVotes(
  ctx: { db: Db; now: Temporal.Instant; sessionHash: string | null },
  input: CastInput,
): Promise<VoteResult[]> {
  if (ctx.sessionHash === null) throw signedOut()
  const answers = await ballotBox.cast({ ...input, sessionHash: ctx.sessionHash, now: ctx.now })
  if (answers.some(({ unmet }) => unmet === 'signed-out')) throw signedOut()
  const untaken = answers.flatMap(({ memberId, unmet }) => (unmet === null ? [] : [{ memberId, unmet }]))
  const explained = untaken.length === 0 ? new Map<string, VoteResult>() : await explainUntaken(ctx, input, untaken)
  return input.votes.map(({ memberId, choice }): VoteResult => {
    const receipt = answers.find((answer) => answer.memberId === memberId)?.receipt
    const known = explained.get(memberId)
    if (known) return known
    if (!receipt) throw new Error('each vote is counted or explained')
    return { memberId, outcome: 'counted', receipt, kept: false, choice }
  })
}

const signedOut = () =>
  new Refusal('Votre session est terminée : connectez-vous de nouveau, puis votez.', { status: 403 })
