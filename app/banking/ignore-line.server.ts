import { demandPower } from '~/platform/demand-power.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { spelt } from '~/platform/journal-acts'
import { notFound, Refusal } from '~/platform/refusal'

/** A credit that pays no dues (a subsidy, a transfer between accounts) is put aside, with a note. Refused (409): a payment. */
export async function ignoreLine(ctx: Context, { lineId, note }: { lineId: string; note: string }): Promise<void> {
  await change(ctx, lineId, { from: 'OPEN', to: 'IGNORED', note })
}

/** A line put aside waits again. */
export async function reopenLine(ctx: Context, lineId: string): Promise<void> {
  await change(ctx, lineId, { from: 'IGNORED', to: 'OPEN', note: null })
}

type Change = { from: 'OPEN' | 'IGNORED'; to: 'OPEN' | 'IGNORED'; note: string | null }

async function change(ctx: Context, lineId: string, { from, to, note }: Change): Promise<void> {
  demandPower(ctx, 'dues.manage')
  await transact(ctx.db, async (tx) => {
    const { count } = await tx.bankLine.updateMany({ where: { id: lineId, state: from }, data: { state: to, note } })
    if (count === 0) {
      const line = await tx.bankLine.findUnique({ where: { id: lineId }, select: { state: true } })
      if (!line) throw notFound()
      if (line.state === to) return
      throw new Refusal('Cette ligne est déjà un paiement : annulez d’abord le paiement.')
    }
    await journal(tx, ctx, { act: `bank-line.${spelt(to)}`, subject: 'BankLine', subjectId: lineId })
  })
}
