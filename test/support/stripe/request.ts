import fs from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import qs from 'qs'
import { z } from 'zod'

/** A request refused as Stripe refuses it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly error: { type: string; message: string; code?: string; param?: string },
  ) {
    super(error.message)
  }
}

export const invalid = (message: string, more: { code?: string; param?: string } = {}): Refused =>
  new Refused(more.code === 'resource_missing' ? 404 : 400, { type: 'invalid_request_error', message, ...more })

export type Route = { name: string; id: string; params: Params }

const text = z.string()
const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((given) => Object.keys(given).length <= 50, { error: 'too many metadata keys' })

/** What of the requests the peer acts upon; everything else was checked against Stripe's types before. */
const params = z.object({
  amount: z.number().optional(),
  cancel_url: text.optional(),
  charge: text.optional(),
  client_reference_id: text.optional(),
  created: z.object({ gte: z.number() }).optional(),
  customer: text.optional(),
  email: text.optional(),
  ending_before: text.optional(),
  expand: z.array(text).default([]),
  expires_at: z.number().optional(),
  limit: z.number().default(10),
  line_items: z
    .array(z.object({ quantity: z.number(), price_data: z.object({ currency: text, unit_amount: z.number() }) }))
    .default([]),
  allowed_payment_method_types: z.array(text).default(['card']),
  locale: text.optional(),
  metadata: metadata.default({}),
  mode: text.optional(),
  name: text.optional(),
  payment_intent: text.optional(),
  payment_intent_data: z.object({ metadata: metadata.default({}) }).default({ metadata: {} }),
  payout: text.optional(),
  reason: text.optional(),
  starting_after: text.optional(),
  success_url: text.optional(),
  types: z.array(text).optional(),
})
export type Params = z.output<typeof params>

type Known = { name: string; method: string; path: RegExp; faultOf: (given: unknown) => string | null }
const known: Known[] = readSchemas()

function readSchemas(): Known[] {
  const file = path.join(import.meta.dirname, 'requests.schema.json')
  const schemas: Record<string, object> = JSON.parse(fs.readFileSync(file, 'utf8'))
  const ajv = new Ajv({ coerceTypes: true, strict: false, validateFormats: false })
  return Object.entries(schemas).map(([name, schema]) => {
    const [method = '', template = ''] = name.split(' ')
    return {
      name,
      method,
      path: new RegExp(`^${template.replace('{id}', '([^/]+)')}$`),
      faultOf: faultFinder(ajv, schema),
    }
  })
}

/** What does not fit the schema, or null. Compiling takes time: only the routes that a test uses are. */
function faultFinder(ajv: Ajv, schema: object): (given: unknown) => string | null {
  let check: ValidateFunction | undefined
  return (given) => {
    check ??= ajv.compile(schema)
    return check(given) ? null : ajv.errorsText(check.errors, { dataVar: 'request' })
  }
}

/** The route and parameters of a request, once they fit Stripe's types. Throws `Refused` when they do not. */
export function readRequest(method: string, address: string, body: string): Route {
  const url = new URL(address, 'http://stripe')
  const route = known.find((each) => each.method === method && each.path.test(url.pathname))
  if (!route)
    throw new Refused(404, { type: 'invalid_request_error', message: `Unrecognized request URL (${address})` })
  const given = qs.parse(method === 'GET' ? url.search.slice(1) : body, { depth: 20, arrayLimit: 500 })
  const fault = route.faultOf(given)
  if (fault !== null) throw invalid(fault)
  const read = params.safeParse(given)
  if (!read.success) throw invalid(z.prettifyError(read.error))
  return { name: route.name, id: route.path.exec(url.pathname)?.[1] ?? '', params: read.data }
}
