import { z } from 'zod'

const flag = z.enum(['0', '1'], { error: 'vaut 0 ou 1' }).transform((value) => value === '1')
const count = (least: number, most: number) =>
  z.coerce
    .number({ error: `est un nombre de ${least} à ${most}` })
    .int({ error: `est un nombre entier de ${least} à ${most}` })
    .min(least, { error: `est un nombre de ${least} à ${most}` })
    .max(most, { error: `est un nombre de ${least} à ${most}` })
const address = (...schemes: string[]) =>
  z.url({
    protocol: new RegExp(`^(${schemes.join('|')})$`),
    error: `est une adresse qui commence par ${schemes.map((scheme) => `${scheme}://`).join(' ou ')}`,
  })
const secret = (name: string) =>
  z
    .string({ error: `manque : au moins 32 caractères au hasard (${name}=$(openssl rand -base64 48))` })
    .min(32, { error: 'est trop courte : au moins 32 caractères' })
const text = z.string()
/** some forty years */
const MOST_SHIFT_S = 1_300_000_000
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Every setting of the product. `.env.example` says what each is for; a test holds the two together. */
export const settings = {
  PORT: count(0, 65_535).default(3000),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: address('http', 'https').optional(),
  HOSTED_BY: text.optional(),
  TRUST_PROXY: count(0, 10).default(0),
  DATABASE_URL: z
    .string({ error: 'manque : adresse de la base, postgresql://…' })
    .pipe(address('postgres', 'postgresql')),
  DB_POOL: count(2, 100).default(10),
  PGDATA_DIR: text.optional(),
  PGPORT: count(1, 65_535).default(54_320),
  DEMO: flag.default(false),
  CLOCK_SHIFT: count(-MOST_SHIFT_S, MOST_SHIFT_S).default(0),
  APP_SECRET: secret('APP_SECRET'),
  BALLOT_SECRET: secret('BALLOT_SECRET'),
  SMTP_URL: address('smtp', 'smtps').optional(),
  MAIL_FROM: text.default('CPTS <ne-pas-repondre@localhost>'),
  MAIL_BOUNCE_ADDRESS: z.email({ error: 'est une adresse de courriel' }).optional(),
  BOUNCE_IMAP_URL: address('imap', 'imaps').optional(),
  STRIPE_SECRET_KEY: text
    .regex(/^[sr]k_(test|live)_/, { error: 'commence par sk_test_, sk_live_, rk_test_ ou rk_live_' })
    .optional(),
  STRIPE_WEBHOOK_SECRET: text
    .regex(/^whsec_[^\s,]+(,whsec_[^\s,]+)*$/, {
      error: 'commence par whsec_ ; deux secrets se séparent par une virgule',
    })
    .optional(),
  STRIPE_API_URL: address('http')
    .refine((url) => LOOPBACK.has(new URL(url).hostname), { error: 'ne peut être que sur cette machine (127.0.0.1)' })
    .optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'vaut debug, info, warn, error ou silent' })
    .default('info'),
  WEB: flag.default(true),
  WORKER: flag.default(true),
}

const isLive = (key = '') => /^[sr]k_live_/.test(key)

/** A demonstration moves its clock and lets anybody in, and a shifted clock is not the law's: no real money through either. */
const schema = z
  .object(settings)
  .refine(({ DEMO, STRIPE_SECRET_KEY }) => !DEMO || !isLive(STRIPE_SECRET_KEY), {
    path: ['STRIPE_SECRET_KEY'],
    error: 'est une clé réelle : une démonstration (DEMO=1) ne prend que sk_test_ ou rk_test_, ou rien',
  })
  .refine(({ CLOCK_SHIFT, STRIPE_SECRET_KEY }) => CLOCK_SHIFT === 0 || !isLive(STRIPE_SECRET_KEY), {
    path: ['CLOCK_SHIFT'],
    error: 'décale l’horloge : impossible avec une clé réelle de paiement',
  })
  .transform((env) => ({
    ...env,
    /** Address of the product in mails and QR codes, without a final slash. */
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
  }))

export type Env = z.output<typeof schema>

/** The settings found in `source` (an empty one counts as unset), or one French line for each that is missing or wrong. */
export function readEnv(source: Record<string, string | undefined>): { env: Env } | { faults: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const read = schema.safeParse(given)
  if (read.success) return { env: read.data }
  const first = new Map(read.error.issues.toReversed().map((issue) => [issue.path.join('.'), issue.message]))
  return { faults: [...first].toReversed().map(([name, message]) => `${name} ${message}`) }
}

let known: Env | undefined

/** The settings of this process, read once. Throws when they are at fault: the server checks them before it starts. */
export function env(): Env {
  if (known) return known
  const read = readEnv(process.env)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  known = read.env
  return known
}

/** Reads the settings again: for tests that change them. */
export function reloadEnv(): Env {
  known = undefined
  return env()
}
