import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { env } from '~/platform/env.server'
import { log } from '~/platform/log.server'
import { mountFastRoutes } from '../fast-routes'
import { withGuardedRoutes } from './guarded-routes'
import { onceInstalled } from './once-installed'
import { proxyNoticed } from './proxy-noticed'
import { withRefusedFiles } from './refused-files'
import { drained, wellFormed } from './request-line'
import { requestLog } from './request-log'
import { sameOriginWrites } from './same-origin'
import { securityHeaders } from './security-headers'

/** How the site's files (scripts, styles, pictures) are answered, and whether Remix shows errors to whoever develops. */
export type Mode = { mode: 'production' | 'development'; files: RequestHandler }

/** The web server, Remix's build included. No body parser: the Stripe webhook needs the bytes as they came. */
export function createApp(build: ServerBuild, { mode, files }: Mode = production()): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env().TRUST_PROXY === 0 ? false : env().TRUST_PROXY)
  app.use(requestLog)
  app.use(securityHeaders)
  app.use(drained, wellFormed)
  app.use(proxyNoticed)
  app.use(compression({ filter: isCompressible }))
  app.use(files)
  app.use(sameOriginWrites)
  app.use(onceInstalled)
  mountFastRoutes(app)
  app.all(
    '*',
    createRequestHandler({
      build: withRefusedFiles(withGuardedRoutes(build), mode),
      mode,
      getLoadContext: (req, res) => ({
        nonce: res.locals.nonce,
        requestId: res.locals.requestId,
        clientIp: req.ip ?? '',
      }),
    }),
  )
  app.use(lastResort)
  return app
}

/** The files that the build wrote: those under /assets are named by what they hold, and never change. */
function production(): Mode {
  const files = express.Router()
  files.use(
    '/assets',
    express.static('build/site/client/assets', { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  files.use(express.static('build/site/client', { maxAge: '1h', redirect: false }))
  return { mode: 'production', files }
}

/** A stream of live events must leave at once, not wait in gzip's buffer. */
const isCompressible: compression.CompressionFilter = (req, res) =>
  !String(res.getHeader('Content-Type') ?? '').startsWith('text/event-stream') && compression.filter(req, res)

const lastResort: ErrorRequestHandler = (error, _req, res, _next) => {
  const status = typeof error?.status === 'number' ? error.status : 500
  if (status >= 500) log().error({ err: error }, 'request failed')
  if (res.headersSent) return res.destroy()
  res
    .status(status)
    .type('text/plain')
    .send(status === 404 ? 'Introuvable' : 'Une erreur est survenue')
}
