import type { Context } from '~/platform/context'
import { givesExtracts, minutesReadableIn } from '~/meetings/document-access.server'
import { readsRegister } from '~/meetings/reads-register'
import { may } from '~/platform/permissions'
import { frenchDateTime } from '~/ui/format'
import { DELIBERATIONS } from './streams'
import { printedSignatures } from './minutes-pdf.server'
import { readBody } from './read-body'
import { minutesTitle } from './wording'

const PAGE = 25

export type RegisterRow = { number: number; title: string; meeting: string; signedAt: string; corrects: number | null }

/** What of the register the actor may see; null: nothing. */
const visible = (ctx: Context) => (readsRegister(ctx.actor) === null ? null : { meeting: minutesReadableIn(ctx) })

/** The register of deliberations, last first, `before` a number (8.3-c); null for whoever may see nothing of it. */
export async function registerPage(ctx: Context, before: number | null) {
  const where = visible(ctx)
  if (!where) return null
  const rows = await ctx.db.minutes.findMany({
    where: { state: 'SIGNED', number: before === null ? { not: null } : { lt: before }, ...where },
    orderBy: { number: 'desc' },
    take: PAGE + 1,
    select: { number: true, body: true, signedAt: true },
  })
  const total = await ctx.db.minutes.count({ where: { state: 'SIGNED', ...where } })
  const shown = rows.slice(0, PAGE).map(({ number, body, signedAt }): RegisterRow => {
    const said = readBody(body)
    return {
      number: number ?? 0,
      title: minutesTitle(said, number),
      meeting: `${said.meeting.bodyName} du ${said.meeting.date}`,
      signedAt: signedAt ? frenchDateTime(signedAt) : '',
      corrects: said.kind === 'CORRECTION' ? said.corrects.number : null,
    }
  })
  return {
    rows: shown,
    total,
    next: rows.length > PAGE ? (shown.at(-1)?.number ?? null) : null,
    mayVerify: may(ctx.actor, 'register.read'),
  }
}

/** One entry: its text, signatures, hash in the chain, and what corrects it; null when it may not be seen. */
export async function registerEntry(ctx: Context, number: number) {
  const where = visible(ctx)
  if (!where) return null
  const minutes = await ctx.db.minutes.findFirst({
    where: { number, ...where },
    include: {
      signatures: { orderBy: { signedAt: 'asc' } },
      correction: { where: { state: 'SIGNED' }, select: { number: true } },
    },
  })
  if (!minutes) return null
  const entry = await ctx.db.registerEntry.findUnique({
    where: { stream_seq: { stream: DELIBERATIONS, seq: BigInt(number) } },
  })
  const body = readBody(minutes.body)
  return {
    number,
    title: minutesTitle(body, number),
    meetingId: minutes.meetingId,
    body,
    bodyHash: minutes.bodyHash,
    entryHash: entry ? Buffer.from(entry.hash).toString('hex') : '',
    signatures: printedSignatures(minutes.signatures),
    correctedBy: minutes.correction.flatMap(({ number: by }) => (by === null ? [] : [by])),
    documentId: minutes.pdfDocumentId,
    mayExtract: await givesExtracts(ctx, minutes.meetingId),
  }
}
