import type { Request, RequestHandler } from 'express'

const METHODS = new Set(['GET', 'HEAD', 'POST'])
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i
const NUL = /%00|\0/

/**
 * Refuses (4xx, in plain words) what no browser sends and no page could read: another method, a target that is not a path of
 * ours, a broken or NUL percent-escape, a host that is none.
 */
export const wellFormed: RequestHandler = (req, res, next) => {
  // only a proxy that is trusted says which host was asked
  if (!req.app.get('trust proxy')) delete req.headers['x-forwarded-host']
  const status = faultOf(req)
  if (status === null) return next()
  if (status === 405) res.set('Allow', [...METHODS].join(', '))
  res.status(status).type('text/plain').send('Cette demande n’est pas lisible.')
}

function faultOf(req: Request): 400 | 405 | null {
  if (!METHODS.has(req.method)) return 405
  if (!req.originalUrl.startsWith('/') || NUL.test(req.originalUrl) || !isDecodable(req.path)) return 400
  const hosts = [req.get('host'), req.get('x-forwarded-host')].filter((host) => host !== undefined)
  return hosts.length > 0 && hosts.every(isHost) ? null : 400
}

const isHost = (host: string) => HOST.test(host) && URL.canParse(`http://${host}/`)

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * Reads to the end, to nowhere, a body that was answered before it was whole: a browser that is still sending would not see
 * the answer. The server's own limit of time for a request bounds it.
 */
export const drained: RequestHandler = (req, res, next) => {
  res.once('finish', () => {
    if (!req.complete) req.removeAllListeners('data').resume()
  })
  next()
}
