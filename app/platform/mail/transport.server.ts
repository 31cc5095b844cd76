import type { Transporter } from 'nodemailer'
import type SMTPPool from 'nodemailer/lib/smtp-pool'
import { env } from '../env.server'
import { shared, unshare } from '../shared.server'

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
  return createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // a job that fails is tried again later: never twice behind its back
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
