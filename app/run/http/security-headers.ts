import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import { env } from '~/platform/env.server'

const FIXED = {
  'X-Content-Type-Options': 'nosniff',
  // links in mails carry secrets: no other site may see our addresses
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

const policy = (nonce: string) =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'`,
    `img-src 'self' data: blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self' ${env().STRIPE_API_URL ?? 'https://checkout.stripe.com'}`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** A mail shown as its recipient sees it: its styles are inline, nothing in it may run or be fetched. */
const MAIL = /^\/demo\/courriels\/[\w-]+\/contenu$/
const mailPolicy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`

/** Content security policy with a nonce of this response (`res.locals.nonce`), and HSTS once behind TLS. */
export const securityHeaders: RequestHandler = (req, res, next) => {
  const nonce = randomBytes(16).toString('base64')
  res.locals.nonce = nonce
  res.set(FIXED)
  res.set('Content-Security-Policy', MAIL.test(req.path) ? mailPolicy : policy(nonce))
  if (req.secure) res.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  next()
}
