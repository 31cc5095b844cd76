import { frenchDateTime } from '~/ui/format'
import type { Db, Tx } from '~/platform/db.server'
import { renderPdf } from '~/platform/pdf/render.server'
import { notFound } from '~/platform/refusal'
import { readBody } from './read-body'
import { ROLE_LABELS, type SignatoryRole } from './signatories'
import { DELIBERATIONS } from './streams'

const isRole = (role: string): role is SignatoryRole => role in ROLE_LABELS

export const printedSignatures = (rows: { role: string; name: string; quality: string; signedAt: Date }[]) =>
  rows.map(({ role, name, quality, signedAt }) => ({
    role: isRole(role) ? ROLE_LABELS[role] : role,
    name,
    quality,
    signedAt: frenchDateTime(signedAt),
  }))

/** The PDF of minutes fixed for signature or signed, from the text that was hashed. */
export async function minutesPdf(db: Db | Tx, minutesId: string): Promise<Buffer> {
  const minutes = await db.minutes.findUnique({
    where: { id: minutesId },
    include: { signatures: { orderBy: { signedAt: 'asc' } } },
  })
  if (!minutes) throw notFound()
  const body = readBody(minutes.body)
  const { bodyHash, number } = minutes
  const signatures = printedSignatures(minutes.signatures)
  if (body.kind === 'CORRECTION') {
    const { CorrectionPdf } = await import('./pdf/correction.pdf')
    return renderPdf(<CorrectionPdf body={body} bodyHash={bodyHash} number={number} signatures={signatures} />)
  }
  const entry =
    number === null
      ? null
      : await db.registerEntry.findUnique({ where: { stream_seq: { stream: DELIBERATIONS, seq: BigInt(number) } } })
  const { MinutesPdf } = await import('./pdf/minutes.pdf')
  const registerHead = entry ? Buffer.from(entry.hash).toString('hex') : null
  return renderPdf(<MinutesPdf {...{ body, bodyHash, number, signatures, registerHead }} />)
}
