import { data } from '@remix-run/node'
import { givesExtracts } from '~/meetings/document-access.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { renderPdf } from '~/platform/pdf/render.server'
import { plainDate } from '~/statutes/french'
import { minutesBody } from './facts.query.server'
import { minutesPdf, printedSignatures } from './minutes-pdf.server'
import { readBody } from './read-body'
import { mayReadMinutes, readsAttendanceSheet } from './may-read-minutes.server'
import { SITTING } from './signatories'

type File = { bytes: Uint8Array; fileName: string }
const absent = () => data(null, { status: 404 })

/** The PDF of the minutes of a meeting, or of one of its corrections: signed ones for all who were called, others for those who write or sign. */
export async function minutesFile(ctx: Context, meetingId: string, actId: string | null): Promise<File> {
  const minutes = await ctx.db.minutes.findFirst({
    where: { meetingId, state: { not: 'WITHDRAWN' }, ...(actId ? { id: actId } : { kind: { not: 'CORRECTION' } }) },
    include: { meeting: { select: SITTING } },
  })
  if (!minutes) throw absent()
  if (!(await mayReadMinutes(ctx, { ...minutes.meeting, id: meetingId }))(minutes)) throw absent()
  const sealed =
    minutes.pdfDocumentId &&
    (await ctx.db.document.findUnique({ where: { id: minutes.pdfDocumentId }, select: { sha256: true } }))
  const blob = sealed && (await ctx.db.blob.findUnique({ where: { sha256: sealed.sha256 } }))
  return {
    bytes: blob ? blob.bytes : await minutesPdf(ctx.db, minutes.id),
    fileName: minutes.number ? `pv-${minutes.number}.pdf` : 'projet-de-pv.pdf',
  }
}

/** The attendance sheet: blank before the session, as signed afterwards. For those who hold the desk or write the minutes. */
export async function attendanceSheet(ctx: Context, meetingId: string): Promise<File> {
  if (!readsAttendanceSheet(ctx.actor)) throw absent()
  const { state } = await ctx.db.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { state: true } })
  const { AttendanceSheetPdf } = await import('./pdf/attendance-sheet.pdf')
  const blank = state === 'DRAFT' || state === 'CONVENED'
  return {
    bytes: await renderPdf(<AttendanceSheetPdf body={await minutesBody(ctx.db, meetingId)} blank={blank} />),
    fileName: 'feuille-de-presence.pdf',
  }
}

/** The certified extract of one resolution, from signed minutes only. */
export async function resolutionExtract(ctx: Context, resolutionId: string): Promise<File> {
  const resolution = await ctx.db.resolution.findUnique({
    where: { id: resolutionId },
    select: { meetingId: true, number: true },
  })
  if (!resolution || !(await givesExtracts(ctx, resolution.meetingId))) throw absent()
  const minutes = await ctx.db.minutes.findFirst({
    where: { meetingId: resolution.meetingId, state: 'SIGNED', kind: { not: 'CORRECTION' } },
    include: { signatures: { orderBy: { signedAt: 'asc' } } },
  })
  const body = minutes && readBody(minutes.body)
  if (!minutes || minutes.number === null || !body || body.kind === 'CORRECTION') throw absent()
  const printed = body.items.flatMap(({ resolutions }) => resolutions).find(({ id }) => id === resolutionId)
  if (!printed) throw absent()
  const { ExtractPdf } = await import('./pdf/extract.pdf')
  const props = {
    body,
    resolution: printed,
    number: minutes.number,
    bodyHash: minutes.bodyHash,
    signatures: printedSignatures(minutes.signatures),
    issuedOn: plainDate(parisDate(ctx.now)),
  }
  return {
    bytes: await renderPdf(<ExtractPdf {...props} />),
    fileName: `extrait-pv-${minutes.number}-resolution-${resolution.number}.pdf`,
  }
}
