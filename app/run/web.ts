import { createServer, type RequestListener, type Server } from 'node:http'
import { env } from '~/platform/env.server'
import { sweepSpooled } from './http/spool'

type Web = { port: number; stop: () => Promise<void> }

/** Has `site` answer. Returns the port it listens on and the way to stop it, which waits for open requests. */
export async function startWeb(site: RequestListener, server: Server = createServer()): Promise<Web> {
  await sweepSpooled()
  server.on('request', site)
  // longer than the minute for which a proxy keeps its connections, or it meets closed ones
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 66_000
  server.requestTimeout = 30_000
  const port = await listen(server)
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(env().PORT, env().HOST, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : env().PORT)
    })
  })
}
