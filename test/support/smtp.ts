import { SMTPServer } from 'smtp-server'
import PostalMime, { type Email } from 'postal-mime'
import { afterAll, beforeAll } from 'vitest'
import { reloadEnv } from '~/platform/env.server'
import { closeMailTransport } from '~/platform/mail/transport.server'

export type Received = { from: string; to: string[]; raw: string; mail: Email }

/**
 * A real SMTP server for this test file, named by SMTP_URL. `refuse` makes it answer a code to an address, for so many
 * tries.
 */
export function useSmtp() {
  const received: Received[] = []
  /** to RCPT TO by the words of the address: what a real server does with unknown or busy mailboxes */
  const answers: { match: RegExp; code: number; text: string; times: number }[] = []
  /** addresses for which the whole message is read, then the connection is cut, or the answer is 451, once */
  const [cuts, puttings] = [new Set<string>(), new Set<string>()]
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    hideSize: true,
    onRcptTo({ address }, _session, callback) {
      const answer = answers.find(({ match, times }) => times > 0 && match.test(address))
      if (!answer) return callback()
      answer.times -= 1
      callback(Object.assign(new Error(answer.text), { responseCode: answer.code }))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const { mailFrom, rcptTo } = session.envelope
        const [to = ''] = rcptTo.map(({ address }) => address)
        if (cuts.has(to)) return server.connections.forEach((connection) => connection.close())
        if (puttings.delete(to)) return callback(Object.assign(new Error('4.3.0 Busy'), { responseCode: 451 }))
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw,
          mail: await PostalMime.parse(raw),
        })
        callback(null, 'taken as 7A4F')
      })
    },
  })
  // a client that is killed resets its connection: the server lives on
  server.on('error', () => undefined)
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`
    process.env.MAIL_BOUNCE_ADDRESS = 'bounce@cpts.test'
    process.env.MAIL_FROM = 'CPTS des Lilas <ne-pas-repondre@cpts.test>'
    reloadEnv()
  })
  afterAll(async () => {
    await closeMailTransport()
    await new Promise<void>((resolve) => server.close(resolve))
  })
  const refuse = (match: RegExp, code: number, text: string, times = Infinity) =>
    answers.push({ match, code, text, times })
  return {
    received,
    refuse,
    cut: (address: string) => cuts.add(address),
    putOff: (address: string) => puttings.add(address),
  }
}
