import { z } from 'zod'
import { instantFromDate } from '~/platform/dates'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import { euros } from '~/ui/format'
import { openLines } from '../bank/bank-page.query.server'
import { netCents } from '../ledger/payment-state'

const SHOWN = 100

const TITLES: Record<string, string> = {
  surplus: 'Somme reçue en trop',
  'amount-differs': 'Somme différente de celle attendue',
  'payment-unknown': 'Paiement inconnu ici',
  dispute: 'Prélèvement ou carte contesté',
  'refund-failed': 'Remboursement revenu',
  'payout-differs': 'Virement de Stripe à vérifier',
}

const details = z.object({ sentence: z.string().optional(), cents: z.number().optional() }).catch({})

/** What a person must look at: questions about money, and the credits of the bank that nobody has placed. */
export async function issuesPage(ctx: Context) {
  const [issues, count, bank] = await Promise.all([
    ctx.db.paymentIssue.findMany({
      where: { resolvedAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: SHOWN,
    }),
    ctx.db.paymentIssue.count({ where: { resolvedAt: null } }),
    openLines(ctx.db, SHOWN),
  ])
  const ids = issues.flatMap(({ paymentId }) => paymentId ?? [])
  const payments = new Map(
    (await ctx.db.payment.findMany({ where: { id: { in: ids } } })).map((payment) => [payment.id, payment]),
  )
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'payments', details: { page: 'a-rapprocher' } })
  return {
    count,
    bank,
    issues: issues.map((issue) => {
      const payment = issue.paymentId ? payments.get(issue.paymentId) : undefined
      const { sentence, cents } = details.parse(issue.details)
      return {
        id: issue.id,
        kind: issue.kind,
        title: TITLES[issue.kind] ?? 'À vérifier',
        sentence:
          sentence ??
          (cents === undefined
            ? ''
            : `${euros(cents)} reçus qu’aucune cotisation n’attend : un double paiement, sans doute.`),
        since: instantFromDate(issue.createdAt).toString(),
        payment: payment
          ? {
              id: payment.id,
              payerName: payment.payerName,
              leftCents: netCents(payment) - payment.allocatedCents,
              heldCents: netCents(payment),
            }
          : null,
      }
    }),
  }
}

export type ShownIssue = Awaited<ReturnType<typeof issuesPage>>['issues'][number]

/** The questions answered, the latest first, with what was said. */
export async function resolvedIssues(ctx: Context) {
  const issues = await ctx.db.paymentIssue.findMany({
    where: { resolvedAt: { not: null } },
    orderBy: { resolvedAt: 'desc' },
    take: 20,
  })
  return issues.map(({ id, kind, resolvedAt, resolution }) => ({
    id,
    title: TITLES[kind] ?? 'À vérifier',
    at: resolvedAt ? instantFromDate(resolvedAt).toString() : '',
    resolution: resolution ?? '',
  }))
}
