import { data } from '@remix-run/node'
import { z } from 'zod'
import { readUpload, type StoredFile } from '~/platform/documents.server'

/** The id that an address carries; 404 when it is not an id. */
export function readLetterId(text: string | undefined): string {
  const read = z.uuid().safeParse(text)
  if (!read.success) throw data(null, { status: 404 })
  return read.data
}

/** A file that a form may carry; null when the field was left empty. */
export const optionalFile = async (sent: unknown, field: string): Promise<StoredFile | null> =>
  sent instanceof Blob && sent.size > 0 ? readUpload(sent, field) : null
