import { Transform } from 'node:stream'
import type { SendMailOptions, Transporter } from 'nodemailer'
import type SMTPPool from 'nodemailer/lib/smtp-pool'
import { env } from '../env.server'
import { shared, unshare } from '../shared.server'

/** A message; `beforeEnd` is awaited when the server has all of it but its end: before that it takes nothing. */
export type MailToSend = SendMailOptions & { beforeEnd?: () => Promise<void> }

type Held = { transporter?: Promise<Transporter<SMTPPool.SentMessageInfo>> }

const held = () => shared<Held>('smtp', () => ({}))

/** The pooled connection to the mail server of SMTP_URL; null when no server is set: mails then stay in the outbox. */
export async function mailTransport() {
  const url = env().SMTP_URL
  if (!url) return null
  held().transporter ??= connect(url)
  return held().transporter ?? null
}

/** Ends the connections, once nothing is being sent. */
export async function closeMailTransport(): Promise<void> {
  const transporter = await unshare<Held>('smtp')?.transporter
  transporter?.close()
}

async function connect(url: string) {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // a job that fails is tried again later: never twice behind its back
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    // a server that filters what it is given may think for most of it
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transport.use('stream', (mail, next) => {
    const { beforeEnd }: MailToSend = mail.data
    if (beforeEnd) mail.message.transform(() => endingAfter(beforeEnd))
    next()
  })
  return transport
}

const endingAfter = (beforeEnd: () => Promise<void>) =>
  new Transform({
    transform: (chunk, _encoding, next) => next(null, chunk),
    flush: (next) => void beforeEnd().then(() => next(), next),
  })
