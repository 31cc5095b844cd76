import { speaksFor } from '~/meetings/proxies/parties'
import { demandChair } from '~/meetings/session/rights.server'
import { tellNoted } from '~/meetings/session/tell-noted.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, Refusal } from '~/platform/refusal'
import { ballotBox } from './box/ballot-box.server'
import { CHOICE_WORDS } from './choices'
import { loadResolution } from './load-resolution.server'
import type { RecordVote } from './record-vote.form'

/**
 * The chair writes the vote that a member without a phone says aloud (6.1-e), for himself or for his giver. Refused in a
 * secret ballot, when these voices are already used, or when nobody there may use them. Whose voices they are and who said
 * the vote are written to, unless it was the chair himself. Returns the receipt.
 */
export async function recordVote(ctx: Context, input: RecordVote): Promise<string> {
  const resolution = await loadResolution(ctx.db, input.resolutionId)
  demandChair(ctx.actor, resolution.meeting)
  if (resolution.secret) throw new Refusal('Un vote secret ne se dit pas à voix haute.')
  return transact(ctx.db, async (tx) => {
    const recorded = await ballotBox.record(tx, { ...input, accountId: ctx.actor.accountId })
    if (recorded === null) throw badField('memberId', 'Ce membre a déjà voté, ou personne ne peut voter pour lui ici.')
    const { resolutionId, memberId } = input
    await journal(tx, ctx, {
      act: 'vote.recorded',
      subject: 'Resolution',
      subjectId: resolutionId,
      details: { memberId },
    })
    const { number, title, meeting } = resolution
    const readers = speaksFor(ctx, recorded.voterId) ? [] : [memberId, recorded.voterId]
    const noted = `Vote « ${CHOICE_WORDS[input.choice]} » à la résolution ${number}, « ${title} »`
    await tellNoted(tx, ctx, { meeting, memberId, act: 'vote', noted, readers })
    return recorded.receipt
  })
}
