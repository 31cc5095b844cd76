import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { env } from '~/platform/env.server'

const self = `'self'`
const none = `'none'`
const nonceOf = (_req: IncomingMessage, res: ServerResponse) => `'nonce-${(res as Response).locals.nonce}'`

const pagePolicy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    'default-src': [self],
    'script-src': [self, nonceOf, `'strict-dynamic'`],
    'style-src': [self],
    'img-src': [self, 'data:', 'blob:'],
    'object-src': [none],
    'base-uri': [none],
    'form-action': [self, () => env().STRIPE_API_URL ?? 'https://checkout.stripe.com'],
    'frame-ancestors': [none],
  },
})

/** A mail shown as its recipient sees it: its styles are inline, nothing in it may run or be fetched. */
const MAIL = /^\/demo\/courriels\/[\w-]+\/contenu$/
const mailPolicy = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    'default-src': [none],
    'style-src': [`'unsafe-inline'`],
    'img-src': ['data:'],
    'base-uri': [none],
    'form-action': [none],
    'frame-ancestors': [self],
  },
})

const withNonce: RequestHandler = (_req, res, next) => {
  res.locals.nonce = randomBytes(16).toString('base64')
  next()
}

/** What helmet does not write. */
const permissions: RequestHandler = (_req, res, next) => {
  res.set('Permissions-Policy', 'camera=(self), microphone=(), geolocation=()')
  next()
}

const hsts = helmet.strictTransportSecurity({ maxAge: 31_536_000, includeSubDomains: true })

/** Content security policy with a nonce of this response (`res.locals.nonce`), and HSTS once behind TLS. */
export const securityHeaders: RequestHandler[] = [
  withNonce,
  helmet.xContentTypeOptions(),
  // links in mails carry secrets: no other site may see our addresses
  helmet.referrerPolicy({ policy: 'same-origin' }),
  helmet.crossOriginOpenerPolicy({ policy: 'same-origin' }),
  permissions,
  (req, res, next) => (MAIL.test(req.path) ? mailPolicy : pagePolicy)(req, res, next),
  (req, res, next) => (req.secure ? hsts(req, res, next) : next()),
]
