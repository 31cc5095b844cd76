import { db } from '../db.server'
import { env } from '../env.server'
import { PRIORITIES } from './priorities'

/**
 * Gives a sending job again to every message that waits in the outbox and was never offered to a server: those written
 * while SMTP_URL was not set. Returns their number. Messages that a server put off have a job already, and a sign-in link is dead by then.
 */
export async function requeueMails(): Promise<number> {
  if (!env().SMTP_URL) return 0
  return db().$executeRaw`
    select graphile_worker.add_job('deliver-mail', json_build_object('mailId', "id"), job_key := 'mail:' || "id", priority := ${PRIORITIES.circular}::int)
    from "Mail" where "state" = 'QUEUED' and "attempts" = 0 and "html" is not null and "template" <> 'sign-in'`
}
