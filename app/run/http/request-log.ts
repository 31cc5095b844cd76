import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { log, withRequestId } from '~/platform/log.server'
import { maskPath } from './mask-path'

const ID = /^[\w-]{8,64}$/

/** Gives each request an id (that of a trusted proxy is kept) and logs how it ended: no query, body, cookie or secret. */
export const requestLog: RequestHandler = (req, res, next) => {
  const given = req.app.get('trust proxy') ? req.get('x-request-id') : undefined
  const requestId = given !== undefined && ID.test(given) ? given : randomUUID()
  const began = performance.now()
  res.locals.requestId = requestId
  res.set('X-Request-Id', requestId)
  res.once('close', () => {
    const level = res.statusCode >= 500 ? 'error' : req.path.startsWith('/assets/') ? 'debug' : 'info'
    const ms = Math.round(performance.now() - began)
    const ended = { requestId, method: req.method, path: maskPath(req.path), status: res.statusCode, ms }
    log()[level]({ ...ended, ...(res.writableFinished ? {} : { aborted: true }) }, 'request')
  })
  withRequestId(requestId, next)
}
