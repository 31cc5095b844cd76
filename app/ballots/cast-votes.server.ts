import type { Temporal } from 'temporal-polyfill'
import { meetingTopic } from '~/meetings/session/facts.server'
import { transact, type Db } from '~/platform/db.server'
import { publish } from '~/platform/live.server'
import { Refusal } from '~/platform/refusal'
import { ballotBox } from './box/ballot-box.server'
import type { Choice } from './choices'
import { explainUntaken } from './untaken.server'
import type { VoteResult } from './vote-result'

export type CastInput = {
  meetingId: string
  resolutionId: string
  votes: readonly { memberId: string; choice: Choice }[]
  /** these choices were said back and confirmed: required of a secret ballot */
  confirmed: boolean
}

/**
 * The votes of one press: for oneself and for each giver (6.1-e, 6.2-b, 13.1-a). Each is counted, with its receipt, or
 * refused with the reason; none is lost. Signing in, rights and the state of the ballot are looked at by the statement that
 * writes. Throws 403 when nobody is signed in, 409 when a secret choice was not confirmed: nothing of the press is then counted.
 */
export async function castVotes(
  ctx: { db: Db; now: Temporal.Instant; sessionHash: string | null },
  input: CastInput,
): Promise<VoteResult[]> {
  if (ctx.sessionHash === null) throw signedOut()
  const answers = await ballotBox.cast({ ...input, sessionHash: ctx.sessionHash, now: ctx.now })
  if (answers.some(({ unmet }) => unmet === 'signed-out')) throw signedOut()
  const untaken = answers.flatMap(({ memberId, unmet }) => {
    if (unmet === 'unconfirmed') throw unconfirmed()
    return unmet === null ? [] : [{ memberId, unmet }]
  })
  const explained = untaken.length === 0 ? new Map<string, VoteResult>() : await explainUntaken(ctx, input, untaken)
  await tellOtherScreens(
    ctx.db,
    input,
    answers.flatMap(({ memberId, again }) => (again ? [memberId] : [])),
  )
  return input.votes.map(({ memberId }): VoteResult => {
    const answer = answers.find((each) => each.memberId === memberId)
    const known = explained.get(memberId)
    if (known) return known
    if (!answer?.receipt) throw new Error('each vote is counted or explained')
    const { receipt, again: replaced, stands: choice } = answer
    return { memberId, outcome: 'counted', receipt, kept: false, replaced, choice }
  })
}

/** Where a choice was replaced, each screen of that voter loads it again: nobody else is told (`seesLiveRow`). */
async function tellOtherScreens(db: Db, input: CastInput, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return
  const { meetingId, resolutionId } = input
  await transact(db, async (tx) => {
    const used = await ballotBox.used(tx, { resolutionId, members: memberIds })
    for (const voterId of new Set(used.map((each) => each.voterId)))
      await publish(tx, meetingTopic(meetingId), 'vote-replaced', { voterId })
  })
}

const unconfirmed = () =>
  new Refusal('Ce vote est secret et définitif : relisez votre choix, puis confirmez-le.', { status: 409 })
const signedOut = () =>
  new Refusal('Votre session est terminée : connectez-vous de nouveau, puis votez.', { status: 403 })
