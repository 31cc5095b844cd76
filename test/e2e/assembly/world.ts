import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { createDatabase } from '../support/databases'
import { startServer } from '../support/server'

export type World = {
  url: string
  databaseUrl: string
  /** what the real mail server received, in order */
  mails: Email[]
  stop: () => Promise<void>
}

/** An empty database, a mail server and the product over both: nothing of the demonstration but its clock and its door. */
export async function startWorld(): Promise<World> {
  const mails: Email[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => void PostalMime.parse(Buffer.concat(chunks)).then((mail) => (mails.push(mail), done())))
    },
  })
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', () => ready()))
  const databaseUrl = await createDatabase({ seeded: false })
  const port = await freePort()
  const server = await startServer(databaseUrl, {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SMTP_URL: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
  })
  const stop = async () => {
    await server.stop()
    await new Promise<void>((closed) => smtp.close(() => closed()))
  }
  return { url: server.url, databaseUrl, mails, stop }
}

const portOf = (address: string | AddressInfo | null) => (typeof address === 'object' && address ? address.port : 0)

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const port = portOf(probe.address())
      probe.close(() => found(port))
    })
  })
}
