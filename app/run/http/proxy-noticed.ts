import type { RequestHandler } from 'express'
import { env } from '~/platform/env.server'
import { noteProxy } from '~/platform/proxy.server'

const SIGNS = ['x-forwarded-for', 'forwarded', 'x-real-ip'] as const
const NEAR = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)|^::1$|^f[cde]/i

/** A request handed on by a machine beside us while TRUST_PROXY says there is none: noticed once, told by `/health`. */
export const proxyNoticed: RequestHandler = (req, _res, next) => {
  const near = NEAR.test(req.socket.remoteAddress ?? '')
  if (env().TRUST_PROXY === 0 && near && SIGNS.some((name) => req.get(name) !== undefined)) noteProxy()
  next()
}
