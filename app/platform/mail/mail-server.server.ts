import { env } from '../env.server'
import type { Leaving } from './leaving'

/** Whether a mail server is set at all: without one every message waits in the outbox, and nothing may say that it left. */
export const mailServerIsSet = (): boolean => env().SMTP_URL !== undefined

export function mailLeaving(): Leaving {
  if (mailServerIsSet()) return 'leaves'
  return env().DEMO ? 'demo' : 'stays'
}
