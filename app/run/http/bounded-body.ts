import { data } from '@remix-run/node'
import { countFields, isFieldName, type FormLimits } from './form-shape'

const FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i

/**
 * The same request, whose body is read within limits by `formData` and `text` alone. Past them, or unreadable, they throw the
 * answer: 413 too large, too long or too many fields, 415 not a form, 400 broken, a NUL, or a name that no form has.
 */
export function withBoundedBody(request: Request, limits: FormLimits): Request {
  const bounded = {
    formData: () => readForm(request, limits),
    text: async () => (await readBytes(request, limits.bytes)).toString('utf8'),
  }
  return Object.assign(request, bounded)
}

async function readForm(request: Request, limits: FormLimits): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!FORMS.test(type)) {
    // a form without any field: some programs name no type then
    if (type === '' && (await readBytes(request, limits.bytes)).length === 0) return new FormData()
    throw refused(415)
  }
  const body = await readBytes(request, limits.bytes)
  if (countFields(body, type) > limits.fields) throw refused(413)
  const form = await parse(body, type)
  for (const [name, value] of form) {
    const text = typeof value === 'string' ? value : value.name
    if (!isFieldName(name) || text.includes('\0')) throw refused(400)
    if (text.length > limits.signs) throw refused(413)
  }
  return form
}

/** The platform's own reader, given what is known to be small. */
async function parse(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw refused(400)
  }
}

async function readBytes(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw refused(413)
  const chunks: Uint8Array[] = []
  let size = 0
  // not cancelled when it is too long: that would cut the connection before the answer
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length
    if (size > most) throw refused(413)
    chunks.push(part.value)
  }
  return Buffer.concat(chunks, size)
}

const refused = (status: 400 | 413 | 415) => data(null, { status })
