import { z } from 'zod'
import { MOST_BYTES } from '~/platform/spreadsheet/limits'
import { unreadable } from '~/platform/spreadsheet/table'
import type { ImportSource } from './plan-import.server'

const choices = z.object({
  defaultCategory: z.string().max(60).transform((key) => key || null).catch(null),
  defaultAdmitted: z.iso.date().nullable().catch(null),
}) // prettier-ignore

/** The file of a form and what was chosen beside it. Refused (400) when there is none, or when it is too big. */
export async function receiveUpload(request: Request): Promise<ImportSource> {
  const form = await request.formData()
  const file = form.get('file')
  if (!file || typeof file === 'string' || file.size === 0)
    throw unreadable('Choisissez un fichier CSV, Excel (.xlsx) ou LibreOffice (.ods).')
  if (file.size > MOST_BYTES) throw unreadable('Ce fichier dépasse 5 Mo : partagez-le en plusieurs.')
  const chosen = choices.parse(Object.fromEntries(form))
  return { ...chosen, bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name || 'liste' }
}
