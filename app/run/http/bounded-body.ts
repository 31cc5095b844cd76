import { data } from '@remix-run/node'
import { countFields, isFieldName, type FormLimits } from './form-shape'
import { spool } from './spool'
import { turns, type Turns } from './turns'

const FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i

/** Bodies up to this are read and kept in memory; a larger one comes to the disk, then waits for its turn to be in memory. */
const SMALL = 1_000_000
/** A body of 16.5 MB is in memory some five times while it is read as a form, judged and written: one after the other. */
const large = turns({ atOnce: 1, mostWaiting: 60 })
/** For one route: its large bodies that come at the same time, 16.5 MB each at most; those of another are not counted with them. */
export const newComing = () => turns({ atOnce: 20, mostWaiting: 0 })

/** The request of an action, and what is to be called once the action is over. */
export type BoundedRequest = { request: Request; done: () => void }

/**
 * The same request, whose body is read within limits by `formData` and `text` alone. Past them, or unreadable, they throw the
 * answer: 413 too large, too long or too many fields, 415 not a form, 400 broken, a NUL, or a name that no form has, 429 when
 * too many large ones come at once.
 */
export function withBoundedBody(request: Request, limits: FormLimits, coming: Turns): BoundedRequest {
  let done = () => {}
  const read = async () => {
    const { bytes, giveBack } = await readBytes(request, limits.bytes, coming)
    done = giveBack
    return bytes
  }
  const bounded = {
    formData: () => readForm(request, limits, read),
    text: async () => (await read()).toString('utf8'),
  }
  return { request: Object.assign(request, bounded), done: () => done() }
}

async function readForm(request: Request, limits: FormLimits, read: () => Promise<Buffer>): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!FORMS.test(type)) {
    // a form without any field: some programs name no type then
    if (type === '' && (await read()).length === 0) return new FormData()
    throw refused(415)
  }
  const body = await read()
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

type Read = { bytes: Buffer; giveBack: () => void }

async function readBytes(request: Request, most: number, coming: Turns): Promise<Read> {
  const said = Number(request.headers.get('content-length') ?? Infinity)
  if (Number.isFinite(said) && said > most) throw refused(413)
  const chunks = chunksOf(request, most)
  if (Math.min(said, most) <= SMALL) return { bytes: await (await spool(chunks, most)).read(), giveBack: () => {} }
  const arrived = await coming.take()
  if (!arrived) throw refused(429)
  try {
    const whole = await spool(chunks, SMALL)
    const giveBack = await large.take()
    if (!giveBack) {
      await whole.drop()
      throw refused(429)
    }
    return { bytes: await whole.read(), giveBack }
  } finally {
    arrived()
  }
}

async function* chunksOf(request: Request, most: number): AsyncGenerator<Uint8Array> {
  let size = 0
  // not cancelled when it is too long: that would cut the connection before the answer
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length
    if (size > most) throw refused(413)
    yield part.value
  }
}

const refused = (status: 400 | 413 | 415 | 429) => data(null, { status })
