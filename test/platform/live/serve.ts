import http from 'node:http'
import { Readable } from 'node:stream'
import { announceShutdown } from '~/platform/shutdown.server'
import { liveStream } from '~/platform/live.server'

/** A process of its own that serves one topic, as the product's server does; its parent receives the port. */
const server = http.createServer((req, res) => {
  const gone = new AbortController()
  res.on('close', () => gone.abort())
  const headers = Object.entries(req.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const request = new Request(`http://localhost${req.url}`, { headers, signal: gone.signal })
  const answer = liveStream({ request, topic: 'meeting:1', watcher: String(req.socket.remotePort) })
  res.writeHead(answer.status, Object.fromEntries(answer.headers))
  res.flushHeaders()
  if (answer.body)
    Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream)
      .on('error', () => {})
      .pipe(res)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.send?.({ port: address.port })
})
process.on('SIGTERM', () => {
  announceShutdown()
  server.close(() => process.exit(0))
})
