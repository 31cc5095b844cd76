import { z } from 'zod'
import type { BankLine } from '~/generated/prisma/client'
import { instantFromDate, isoDate } from '~/platform/dates'
import type { Context } from '~/platform/context'
import { recordAccess } from '~/platform/data-access.server'
import type { Db } from '~/platform/db.server'
import { notFound } from '~/platform/refusal'
import { proposalsFor } from './proposals.server'
import { proposalKey, type Proposal } from './propose'

/** Open lines shown at once; the oldest first, so that none is forgotten. */
const SHOWN = 100
const STATEMENTS = 10

/** The credits that wait, each with what it most likely pays. */
export async function openLines(db: Db, limit = SHOWN) {
  const [lines, count] = await Promise.all([
    db.bankLine.findMany({ where: { state: 'OPEN' }, orderBy: [{ on: 'asc' }, { id: 'asc' }], take: limit }),
    db.bankLine.count({ where: { state: 'OPEN' } }),
  ])
  const proposals = await proposalsFor(db, lines)
  return { lines: lines.map((line) => shownLine(line, proposals.get(line.id) ?? null)), count }
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
export async function bankPage(ctx: Context) {
  const [open, statements, ignored] = await Promise.all([
    openLines(ctx.db),
    ctx.db.bankStatement.findMany({
      orderBy: { createdAt: 'desc' },
      take: STATEMENTS,
      include: { _count: { select: { lines: true } } },
    }),
    ctx.db.bankLine.count({ where: { state: 'IGNORED' } }),
  ])
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'payments', details: { page: 'releves' } })
  return {
    ...open,
    sure: open.lines.filter(({ proposal }) => proposal?.grade === 'sure').length,
    statements: statements.map(({ id, fileName, createdAt, _count }) => ({
      id,
      fileName,
      importedAt: instantFromDate(createdAt).toString(),
      lines: _count.lines,
    })),
    ignored,
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
