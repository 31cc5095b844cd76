import { association } from '~/association/in-force.server'
import type { Payment } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { instantFromDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { queueMail } from '~/platform/mail/queue.server'
import { plainDate } from '~/statutes/french'
import { euros } from '~/ui/format'

/** A direct debit that was on its way came to nothing: who asked for it is told once, when that becomes known. */
export async function tellFailure(tx: Tx, ctx: Context | SystemContext, before: Payment): Promise<void> {
  if (before.state === 'FAILED' || before.receivedCents > 0 || before.createdById === null) return
  const { state } = await tx.payment.findUniqueOrThrow({ where: { id: before.id }, select: { state: true } })
  if (state !== 'FAILED') return
  const [payer, { name: associationName, email: contact }, lines] = await Promise.all([
    tx.account.findUnique({ where: { id: before.createdById } }),
    association(tx),
    tx.paymentLine.findMany({
      where: { paymentId: before.id },
      orderBy: { position: 'asc' },
      include: { dues: { include: { period: true, member: { select: { label: true } } } } },
    }),
  ])
  const open = lines.filter(({ dues }) => dues.paidCents < dues.amountCents)
  if (!payer || payer.disabledAt || open.length === 0) return
  const props = {
    associationName,
    name: payer.name,
    amount: euros(before.expectedCents),
    askedOn: plainDate(parisDate(instantFromDate(before.createdAt))),
    dues: open.map(({ dues }) => ({
      title: `Cotisation ${dues.period.year}, ${dues.member.label}`,
      rest: euros(dues.amountCents - dues.paidCents),
      reference: dues.reference,
    })),
    url: `${env().PUBLIC_URL}/mes-cotisations`,
    contact,
  }
  const to = { address: payer.email, name: payer.name }
  await queueMail(tx, { template: 'payment-failed', props, to, accountId: payer.id }, ctx.now)
}
