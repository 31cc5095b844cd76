import { demandChair } from '~/meetings/session/rights.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, Refusal } from '~/platform/refusal'
import { ballotBox } from './box/ballot-box.server'
import { loadResolution } from './load-resolution.server'
import type { RecordVote } from './record-vote.form'

/**
 * The chair writes the vote that a member without a phone says aloud (6.1-e), for himself or for his giver. Refused in a
 * secret ballot, when these voices are already used, or when nobody there may use them. Returns the receipt.
 */
export async function recordVote(ctx: Context, input: RecordVote): Promise<string> {
  const resolution = await loadResolution(ctx.db, input.resolutionId)
  demandChair(ctx.actor, resolution.meeting)
  if (resolution.secret) throw new Refusal('Un vote secret ne se dit pas à voix haute.')
  return transact(ctx.db, async (tx) => {
    const receipt = await ballotBox.record(tx, { ...input, accountId: ctx.actor.accountId })
    if (receipt === null) throw badField('memberId', 'Ce membre a déjà voté, ou personne ne peut voter pour lui ici.')
    const { resolutionId, memberId } = input
    await journal(tx, ctx, {
      act: 'vote.recorded',
      subject: 'Resolution',
      subjectId: resolutionId,
      details: { memberId },
    })
    return receipt
  })
}
