// Writes requests.schema.json from the request types that the `stripe` package ships: Stripe generates them from its
// OpenAPI document, so the schema is that of the version in use. The generator is no dependency of the product:
//   npm install --no-save ts-json-schema-generator@2.4.0 && node test/support/stripe/write-schema.mjs
import fs from 'node:fs'
import path from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

const TYPES = {
  'POST /v1/customers': 'Stripe.CustomerCreateParams',
  'POST /v1/checkout/sessions': 'Stripe.Checkout.SessionCreateParams',
  'GET /v1/checkout/sessions': 'Stripe.Checkout.SessionListParams',
  'GET /v1/checkout/sessions/{id}': 'Stripe.Checkout.SessionRetrieveParams',
  'POST /v1/checkout/sessions/{id}/expire': 'Stripe.Checkout.SessionExpireParams',
  'GET /v1/payment_intents/{id}': 'Stripe.PaymentIntentRetrieveParams',
  'POST /v1/refunds': 'Stripe.RefundCreateParams',
  'GET /v1/refunds': 'Stripe.RefundListParams',
  'GET /v1/disputes': 'Stripe.DisputeListParams',
  'GET /v1/events': 'Stripe.EventListParams',
  'GET /v1/payouts': 'Stripe.PayoutListParams',
  'GET /v1/payouts/{id}': 'Stripe.PayoutRetrieveParams',
  'GET /v1/balance_transactions': 'Stripe.BalanceTransactionListParams',
}

const source = path.resolve('.stripe-params.ts')
const tsconfig = path.resolve('.stripe-params.json')
const lines = Object.values(TYPES).map((type, rank) => `export type P${rank} = ${type};`)
fs.writeFileSync(source, `import Stripe from 'stripe';\n${lines.join('\n')}\n`)
fs.writeFileSync(
  tsconfig,
  JSON.stringify({
    compilerOptions: {
      module: 'nodenext',
      moduleResolution: 'nodenext',
      target: 'es2022',
      strict: true,
      skipLibCheck: true,
      types: [],
    },
    files: [source],
  }),
)
try {
  const generator = createGenerator({ path: source, tsconfig, skipTypeCheck: true, additionalProperties: false })
  const schemas = Object.fromEntries(
    Object.keys(TYPES).map((route, rank) => [route, strict(generator.createSchema(`P${rank}`))]),
  )
  fs.writeFileSync(path.join(import.meta.dirname, 'requests.schema.json'), JSON.stringify(schemas))
  console.log(`${Object.keys(schemas).length} routes`)
} finally {
  fs.rmSync(source)
  fs.rmSync(tsconfig)
}

/** Closes the enums that the package leaves open, and makes every sum a whole number of cents. */
function strict(schema) {
  if (schema.definitions?.OtherString) schema.definitions.OtherString = { not: {} }
  tighten(schema)
  return schema
}

function tighten(node) {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    if (value?.type === 'number' && !/decimal|rate|percent/.test(key)) value.type = 'integer'
    if (typeof value?.description === 'string') delete value.description
    tighten(value)
  }
}
