import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { recordPaymentIn } from '../payments/record-payment.server'
import { proposalKey } from './propose'
import { proposalsFor } from './proposals.server'

/**
 * The credit is what was proposed: one payment, its receipts; money that came twice pays nothing and becomes a question.
 * `expected` is the proposal that was shown. A line accepted already stays so. Refused (409): put aside meanwhile, or dues
 * paid otherwise since, which changes the proposal.
 */
export async function acceptLine(ctx: Context, input: { lineId: string; expected: string }): Promise<void> {
  demandPower(ctx, 'dues.manage')
  await transact(ctx.db, async (tx) => {
    await tx.$queryRaw`select 1 from "BankLine" where id = ${input.lineId}::uuid for no key update`
    const line = await tx.bankLine.findUnique({ where: { id: input.lineId } })
    if (!line) throw notFound()
    if (line.state === 'MATCHED') return
    if (line.state === 'IGNORED') throw new Refusal('Cette ligne a été mise de côté.')
    const proposal = (await proposalsFor(tx, [line])).get(line.id)
    if (!proposal || proposalKey(proposal) !== input.expected)
      throw new Refusal('La proposition a changé depuis son affichage : relisez-la avant de l’accepter.')
    const [first] = proposal.dues
    const alone = proposal.dues.length === 1 && first
    const paidOn = isoDate(line.on)
    await recordPaymentIn(tx, ctx, {
      id: v7(ctx.now.epochMilliseconds),
      method: 'TRANSFER',
      // a bank may write tomorrow's value date
      paidOn: paidOn > parisDate(ctx.now) ? parisDate(ctx.now) : paidOn,
      payerName: alone ? alone.label : line.label.slice(0, 200),
      receivedCents: line.amountCents,
      chequeNumber: null,
      chequeBank: null,
      reference: line.label.slice(0, 140),
      bankLineId: line.id,
      lines: proposal.parts,
      payerMemberId: alone ? alone.memberId : null,
    })
  })
}

export type AcceptedLines = { accepted: number; refused: { lineId: string; message: string }[] }

/** Several proposals, each by itself: one that is refused does not stop the others. */
export async function acceptLines(
  ctx: Context,
  lines: readonly { lineId: string; expected: string }[],
): Promise<AcceptedLines> {
  const refused: AcceptedLines['refused'] = []
  for (const line of lines) {
    try {
      await acceptLine(ctx, line)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 403) throw error
      refused.push({ lineId: line.lineId, message: error.message })
    }
  }
  return { accepted: lines.length - refused.length, refused }
}
