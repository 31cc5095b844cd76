import { z } from 'zod'
import type { BankLine, Prisma } from '~/generated/prisma/client'
import { dateColumn, instantFromDate, isoDate } from '~/platform/dates'
import type { Context } from '~/platform/context'
import { fold } from '~/platform/folding'
import { recordAccess } from '~/platform/data-access.server'
import type { Db } from '~/platform/db.server'
import { notFound } from '~/platform/refusal'
import { searchedCents, type MatchFilters } from './filters'
import { cutPage, PAGE, readPageKey } from '~/platform/http/page-cut'
import { readSummary } from '~/banking/statement-summary'
import { proposalsFor } from './proposals.server'
import { proposalKey, type Proposal } from './propose'

const SHOWN = 100
const STATEMENTS = 10

const keySchema = z.tuple([z.iso.date(), z.uuid()])

/** A page of the credits that wait, the oldest first, each with what it most likely pays; `count`: all that the search finds. */
export async function openLines(db: Db, { q, ligne }: Pick<MatchFilters, 'q' | 'ligne'>) {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8)
  const where = { state: 'OPEN', AND: await Promise.all(words.map((word) => holding(db, word))) } as const
  const { before, text } = readPageKey(ligne)
  const key = keySchema.safeParse(text.split('_'))
  const side = key.success ? (before ? 'before' : 'after') : 'first'
  const beyond = key.success ? beyondKey(key.data, before ? 'lt' : 'gt') : {}
  const order = side === 'before' ? 'desc' : 'asc'
  const [found, count] = await Promise.all([
    db.bankLine.findMany({ where: { ...where, ...beyond }, orderBy: [{ on: order }, { id: order }], take: PAGE + 1 }),
    db.bankLine.count({ where }),
  ])
  const { rows: lines, ...keys } = cutPage(found, side, ({ on, id }) => `${isoDate(on)}_${id}`)
  const proposals = await proposalsFor(db, lines)
  return {
    lines: lines.map((line) => shownLine(line, proposals.get(line.id) ?? null)),
    count,
    ...keys,
  }
}

/** A word of the label, or the sum. */
async function holding(db: Db, word: string): Promise<Prisma.BankLineWhereInput> {
  const cents = searchedCents(word)
  const named = await db.$queryRaw<{ id: string }[]>`
    select id from "BankLine" where state = 'OPEN' and fold_text(label) like ${`%${fold(word)}%`}`
  return {
    OR: [{ id: { in: named.map(({ id }) => id) } }, ...(cents === null ? [] : [{ amountCents: cents }])],
  }
}

function beyondKey([day, id]: z.output<typeof keySchema>, sign: 'gt' | 'lt'): Prisma.BankLineWhereInput {
  const on = dateColumn(day)
  return { OR: [{ on: { [sign]: on } }, { on, id: { [sign]: id } }] }
}

export type ShownLine = ReturnType<typeof shownLine>

function shownLine({ id, on, label, amountCents }: BankLine, proposal: Proposal | null) {
  return {
    id,
    on: isoDate(on),
    label,
    amountCents,
    proposal: proposal && {
      grade: proposal.grade,
      why: proposal.why,
      expected: proposalKey(proposal),
      leftCents: amountCents - proposal.parts.reduce((sum, part) => sum + part.amountCents, 0),
      parts: proposal.dues.map(({ duesId, label: member, reference, year }) => ({
        ...{ duesId, label: member, reference, year },
        cents: proposal.parts.find((part) => part.duesId === duesId)?.amountCents ?? 0,
      })),
    },
  }
}

/** « Relevés bancaires »: lines that wait, the last statements, lines put aside. */
export async function bankPage(ctx: Context, filters: MatchFilters, importedId: string | null = null) {
  const [open, statements, ignored, imported] = await Promise.all([
    openLines(ctx.db, filters),
    ctx.db.bankStatement.findMany({
      orderBy: { createdAt: 'desc' },
      take: STATEMENTS,
      include: { _count: { select: { lines: true } } },
    }),
    ctx.db.bankLine.count({ where: { state: 'IGNORED' } }),
    importedSummary(ctx.db, importedId),
  ])
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'payments', details: { page: 'releves' } })
  return {
    ...open,
    filters,
    sure: open.lines.filter(({ proposal }) => proposal?.grade === 'sure').length,
    statements: statements.map(({ id, fileName, form, createdAt, undoneAt, summary, _count }) => ({
      id,
      fileName,
      form,
      importedAt: instantFromDate(createdAt).toString(),
      undoneAt: undoneAt && instantFromDate(undoneAt).toString(),
      lines: _count.lines,
      refused: readSummary(summary)?.refused ?? 0,
    })),
    ignored,
    imported,
  }
}

/** What the import of a statement did; null when there is none, or when it was undone. */
async function importedSummary(db: Db, rawId: string | null) {
  const id = z.uuid().safeParse(rawId)
  const found = id.success ? await db.bankStatement.findUnique({ where: { id: id.data, undoneAt: null } }) : null
  const summary = readSummary(found?.summary)
  return found && summary ? { id: found.id, ...summary } : null
}

/** A statement that may be undone, and what that takes away; 404 when it is unknown or was undone. */
export async function statementToUndo(ctx: Context, rawId: string | undefined) {
  const id = z.uuid().safeParse(rawId)
  const found = id.success
    ? await ctx.db.bankStatement.findUnique({
        where: { id: id.data, undoneAt: null },
        include: { _count: { select: { lines: true } } },
      })
    : null
  if (!found) throw notFound()
  const shared = await ctx.db.bankLine.count({
    where: { statementId: found.id, seen: { some: { statementId: { not: found.id } } } },
  })
  return {
    id: found.id,
    fileName: found.fileName,
    importedAt: instantFromDate(found.createdAt).toString(),
    lines: found._count.lines,
    shared,
  }
}

/** One credit, with what may be done of it. 404 when it is unknown. */
export async function bankLinePage(ctx: Context, rawId: string | undefined) {
  const id = z.uuid().safeParse(rawId)
  const line = id.success
    ? await ctx.db.bankLine.findUnique({
        where: { id: id.data },
        include: { statement: { select: { fileName: true } }, payment: { select: { id: true } } },
      })
    : null
  if (!line) throw notFound()
  const proposals = line.state === 'OPEN' ? await proposalsFor(ctx.db, [line]) : new Map<string, Proposal>()
  return {
    ...shownLine(line, proposals.get(line.id) ?? null),
    state: line.state,
    note: line.note,
    fileName: line.statement.fileName,
    paymentId: line.payment?.id ?? null,
  }
}

/** The lines put aside, the latest first. */
export async function ignoredLines(ctx: Context) {
  const lines = await ctx.db.bankLine.findMany({ where: { state: 'IGNORED' }, orderBy: { on: 'desc' }, take: SHOWN })
  return lines.map((line) => ({ ...shownLine(line, null), note: line.note }))
}
