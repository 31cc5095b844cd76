import { isDeepStrictEqual } from 'node:util'
import type { Context, SystemContext } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'

export type IssueKind = 'amount-differs' | 'payment-unknown' | 'dispute' | 'refund-failed' | 'payout-differs'

type Issue = {
  kind: IssueKind
  /** one question a cause: its kind and the object of Stripe */
  key: string
  paymentId: string | null
  /** `sentence` is what a person reads; the rest are ids, sums in cents, words of Stripe */
  details: { sentence: string } & Record<string, string | number>
  /** why nobody has to look any more, if so */
  settled?: string | null
}

/**
 * A question for whoever keeps the dues. The same again changes nothing; other facts ask it again even if it was answered; it
 * closes by itself once settled.
 */
export async function followIssue(tx: Tx, ctx: Context | SystemContext, issue: Issue): Promise<void> {
  const { kind, key, paymentId, details, settled = null } = issue
  const known = await tx.paymentIssue.findUnique({ where: { key } })
  if (known && isDeepStrictEqual(known.details, details)) return
  const at = dateFromInstant(ctx.now)
  const now = { details, resolvedAt: settled === null ? null : at, resolvedById: null, resolution: settled }
  await tx.paymentIssue.upsert({
    where: { key },
    create: { kind, key, paymentId, createdAt: at, ...now },
    update: now,
  })
}
