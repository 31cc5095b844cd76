import type { Request, RequestHandler } from 'express'
import { env } from '~/platform/env.server'

const READS = new Set(['GET', 'HEAD'])
/** Stripe signs what it sends, and is by nature another site. */
const FROM_ELSEWHERE = new Set(['/webhooks/stripe'])

/**
 * Refuses (403) a write that another site makes a visitor's browser send. Every browser names the origin of a write:
 * a request that carries neither header comes from a program, which has no visitor's cookies to abuse.
 */
export const sameOriginWrites: RequestHandler = (req, res, next) => {
  if (READS.has(req.method) || FROM_ELSEWHERE.has(req.path) || isOurs(req)) return next()
  res.status(403).type('text/plain').send('Cette demande vient d’un autre site : elle est refusée.')
}

function isOurs(req: Request): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = req.get('origin') ?? originOf(req.get('referer'))
  if (origin === undefined) return true
  return origin === env().PUBLIC_URL || origin === `${req.protocol}://${req.get('host')}`
}

function originOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined
}
