import type { Temporal } from 'temporal-polyfill'
import type { Tx } from './db.server'
import { badField } from './refusal'
import { sha256 } from './secrets.server'
import { v7 } from './uuid.server'

/** Kinds of files that may be kept, with the first bytes that each must have; a name alone proves nothing. */
const KINDS: { mime: string; extensions: string[]; starts: number[]; inline: boolean }[] = [
  { mime: 'application/pdf', extensions: ['pdf'], starts: [0x25, 0x50, 0x44, 0x46], inline: true },
  { mime: 'image/png', extensions: ['png'], starts: [0x89, 0x50, 0x4e, 0x47], inline: true },
  { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], starts: [0xff, 0xd8, 0xff], inline: true },
  ...[
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['odt', 'application/vnd.oasis.opendocument.text'],
    ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['odp', 'application/vnd.oasis.opendocument.presentation'],
  ].map(([extension = '', mime = '']) => ({
    mime,
    extensions: [extension],
    starts: [0x50, 0x4b, 0x03, 0x04],
    inline: false,
  })),
]

export const MAX_DOCUMENT_BYTES = 15 * 1024 * 1024
/** For the `accept` of a file field. */
export const ACCEPTED_FILES = KINDS.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(
  ',',
)
export const ACCEPTED_HELP = 'PDF, image (PNG, JPEG), Word, Excel, PowerPoint ou OpenDocument, 15 Mo au plus.'

export type StoredFile = { bytes: Uint8Array<ArrayBuffer>; fileName: string; mime: string; inline: boolean }

/** Checks a file sent by a form: a name and bytes of an allowed kind, not empty, 15 MB at most. Refusal by the field. */
export async function readUpload(file: unknown, field = 'file'): Promise<StoredFile> {
  if (!(file instanceof Blob) || !('name' in file) || typeof file.name !== 'string' || file.size === 0)
    throw badField(field, 'Choisissez un fichier.')
  if (file.size > MAX_DOCUMENT_BYTES) throw badField(field, 'Ce fichier dépasse 15 Mo : réduisez-le puis recommencez.')
  const fileName = file.name.replace(/[\u0000-\u001f\u007f/\\]/g, '_').slice(-150)
  const extension = fileName.split('.').pop()?.toLowerCase() ?? ''
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kind = KINDS.find(({ extensions }) => extensions.includes(extension))
  if (!kind || !kind.starts.every((byte, at) => bytes[at] === byte))
    throw badField(field, `Ce fichier n’est pas d’un format accepté. ${ACCEPTED_HELP}`)
  return { bytes, fileName, mime: kind.mime, inline: kind.inline }
}

type DocumentFacts = {
  title: string
  /** « annexe », « pouvoir », « accounts », … */
  kind: string
  meetingId?: string | null
  agendaItemId?: string | null
  memberId?: string | null
  /** since when every member may read it (15-b); null: kept for the officers */
  openSince?: Temporal.Instant | null
  uploadedById: string | null
  now: Temporal.Instant
}

/** Keeps the bytes once by their SHA-256 and writes the document's row; returns its id. */
export async function storeDocument(
  tx: Tx,
  file: { bytes: Uint8Array<ArrayBuffer>; fileName: string; mime: string },
  facts: DocumentFacts,
): Promise<string> {
  const hash = sha256(file.bytes)
  const { now, openSince, ...rest } = facts
  await tx.blob.createMany({
    data: [{ sha256: hash, size: file.bytes.length, bytes: file.bytes }],
    skipDuplicates: true,
  })
  const { id } = await tx.document.create({
    data: {
      ...rest,
      id: v7(now.epochMilliseconds),
      sha256: hash,
      fileName: file.fileName,
      mime: file.mime,
      size: file.bytes.length,
      openSince: openSince ? new Date(openSince.epochMilliseconds) : null,
      createdAt: new Date(now.epochMilliseconds),
    },
    select: { id: true },
  })
  return id
}

/** Erases documents; their bytes too, where no other document has the same. */
export async function eraseDocuments(tx: Tx, ids: readonly string[]): Promise<void> {
  const where = { id: { in: [...ids] } }
  const hashes = (await tx.document.findMany({ where, select: { sha256: true } })).map(({ sha256 }) => sha256)
  await tx.document.deleteMany({ where })
  await tx.$executeRaw`
    delete from "Blob" b where b.sha256 = any(${hashes}::text[])
       and not exists (select 1 from "Document" d where d.sha256 = b.sha256)`
}

/** A document and its bytes, whoever asks: rights are checked by the caller. Null when there is none. */
export async function readDocument(tx: Tx, id: string) {
  const document = await tx.document.findUnique({ where: { id } })
  if (!document) return null
  const { bytes } = await tx.blob.findUniqueOrThrow({ where: { sha256: document.sha256 } })
  return { document, bytes, inline: KINDS.some(({ mime, inline }) => mime === document.mime && inline) }
}
