import { z } from 'zod'
import { Prisma } from '~/generated/prisma/client'
import { instantFromDate } from '~/platform/dates'
import type { Context } from '~/platform/context'
import { fold } from '~/platform/folding'
import { recordAccess } from '~/platform/data-access.server'
import type { Db } from '~/platform/db.server'
import { euros } from '~/ui/format'
import { openLines } from '../matching/bank-page.query.server'
import { searchedCents, type MatchFilters } from '../matching/filters'
import { cutPage, PAGE, readPageKey } from '~/platform/http/page-cut'
import { netCents } from '../ledger/payment-state'

const TITLES: Record<string, string> = {
  surplus: 'Somme reçue en trop',
  'amount-differs': 'Somme différente de celle attendue',
  'payment-unknown': 'Paiement inconnu ici',
  dispute: 'Prélèvement ou carte contesté',
  'refund-failed': 'Remboursement revenu',
  'payout-differs': 'Virement de Stripe à vérifier',
}

const details = z.object({ sentence: z.string().optional(), cents: z.number().optional() }).catch({})

const keySchema = z.tuple([z.iso.datetime({ offset: true }), z.uuid()])

/** A page of the questions that wait, the oldest first; `count`: all that the search finds. */
async function openIssues(db: Db, { q, question }: MatchFilters) {
  const where = Prisma.join(
    [Prisma.sql`i."resolvedAt" is null`, ...q.split(/\s+/).filter(Boolean).slice(0, 8).map(telling)],
    ' and ',
  )
  const { before, text } = readPageKey(question)
  const key = keySchema.safeParse(text.split('_'))
  const side = key.success ? (before ? 'before' : 'after') : 'first'
  const [sign, order] = side === 'before' ? [Prisma.sql`<`, Prisma.sql`desc`] : [Prisma.sql`>`, Prisma.sql`asc`]
  const beyond = key.success
    ? Prisma.sql`and (i."createdAt", i.id) ${sign} (${key.data[0]}::timestamptz, ${key.data[1]}::uuid)`
    : Prisma.empty
  const from = Prisma.sql`from "PaymentIssue" i left join "Payment" p on p.id = i."paymentId" where ${where}`
  const [ids, [counted]] = await Promise.all([
    db.$queryRaw<{ id: string; createdAt: Date }[]>`
      select i.id, i."createdAt" ${from} ${beyond} order by i."createdAt" ${order}, i.id ${order} limit ${PAGE + 1}`,
    db.$queryRaw<{ count: number }[]>`select count(*)::int as count ${from}`,
  ])
  const { rows, ...keys } = cutPage(ids, side, ({ createdAt, id }) => `${createdAt.toISOString()}_${id}`)
  const issues = await db.paymentIssue.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return { issues, count: counted?.count ?? 0, ...keys }
}

/** A word of the question: of its kind, of what it says, of who paid; or its sum. */
function telling(word: string): Prisma.Sql {
  const folded = fold(word)
  const like = `%${folded}%`
  const kinds = Object.keys(TITLES).filter((kind) => fold(TITLES[kind] ?? '').includes(folded))
  return Prisma.sql`(fold_text(concat_ws(' ', p."payerName", p.reference, i.details ->> 'sentence')) like ${like}
    or i.kind = any(${kinds}) or (i.details ->> 'cents') = ${String(searchedCents(word) ?? '')})`
}

/** What a person must look at: questions about money, and the credits of the bank that nobody has placed. */
export async function issuesPage(ctx: Context, filters: MatchFilters) {
  const [{ issues, ...found }, bank] = await Promise.all([openIssues(ctx.db, filters), openLines(ctx.db, filters)])
  const ids = issues.flatMap(({ paymentId }) => paymentId ?? [])
  const payments = new Map(
    (await ctx.db.payment.findMany({ where: { id: { in: ids } } })).map((payment) => [payment.id, payment]),
  )
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'payments', details: { page: 'a-rapprocher' } })
  return {
    filters,
    ...found,
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
