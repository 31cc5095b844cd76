import { lockRunningMeetings } from '~/meetings/proxies/void-proxies-of-member.server'
import { lockOffices } from '~/offices/mandates.server'
import type { Context } from '~/platform/context'
import { dateFromInstant, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { appendRegister } from '~/platform/register/append.server'

import { demandFresh } from '~/platform/sign-in/demand-fresh.server'
import { applyFacts } from './apply-facts.server'
import { readFacts } from './facts'
import { lockWaiting } from './lock-reprise.server'
import { mailClosed } from './reprise-mails.server'
import { signingQuality } from './signers.server'
import { REPRISES } from './stream'

/**
 * The second signature, by another officer and after a fresh proof of identity: enters the facts, judged again that day, marks them,
 * and writes the reprise in a chained register. Refused: whoever proposed it, who does not sit in the Bureau at that moment (404), a
 * proposer who sits there no more, a reprise that is over, facts that no longer can be (409, with the article). Signed once,
 * whoever presses at once.
 */
export async function signReprise(ctx: Context, { id }: { id: string }): Promise<void> {
  await transact(ctx.db, async (tx) => {
    await lockRunningMeetings(tx)
    await lockOffices(tx)
    const quality = await signingQuality(tx, ctx, ctx.actor.accountId)
    if (!quality) throw notFound()
    const found = await lockWaiting(tx, id)
    if (found.proposedById === ctx.actor.accountId)
      throw new Refusal('Vous avez proposé cette reprise : un autre membre du Bureau la signe.')
    demandFresh(ctx)
    const proposer = await signingQuality(tx, ctx, found.proposedById)
    if (!proposer?.officer)
      throw new Refusal(
        `${found.proposerName} ne siège plus au Bureau : cette reprise ne peut plus être signée. Refusez-la, puis proposez-la à nouveau.`,
      )
    const citation = { source: found.source, decidedOn: isoDate(found.decidedOn), why: found.reason }
    await tx.reprise.update({
      where: { id },
      data: {
        state: 'SIGNED',
        signedById: ctx.actor.accountId,
        signerName: ctx.actor.name,
        signerOffice: quality.label,
        closedAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    // signed first: what the facts bring with them (a convocation, an electorate) names both signatures
    await applyFacts(tx, ctx, { facts: readFacts(found.facts), citation, repriseId: id })
    await appendRegister(tx, {
      stream: REPRISES,
      actor: ctx.actor.accountId,
      kind: 'reprise',
      body: {
        repriseId: id,
        factsHash: found.factsHash,
        source: found.source,
        decidedOn: citation.decidedOn,
        signers: [found.proposedById, ctx.actor.accountId],
      },
      now: ctx.now,
    })
    await journal(tx, ctx, { act: 'reprise.signed', subject: 'Reprise', subjectId: id })
    await mailClosed(tx, ctx, id)
  })
}
