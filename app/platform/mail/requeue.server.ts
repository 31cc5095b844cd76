import { db } from '../db.server'
import { env } from '../env.server'
import { PRIORITIES } from './priorities'

/**
 * Gives a new sending job to every message of the outbox that waits without one. These are the messages written while SMTP_URL
 * was not set, which no server was offered, and those whose job was taken more than ten minutes ago (longer than any sending
 * lasts) by a process that died. Returns their number. Messages that a server put off have a job already, and a sign-in link is
 * dead by then.
 */
export async function requeueMails(): Promise<number> {
  if (!env().SMTP_URL) return 0
  return db().$executeRaw`
    select graphile_worker.add_job('deliver-mail', json_build_object('mailId', "id"), job_key := 'mail:' || "id", priority := ${PRIORITIES.circular}::int)
    from "Mail" where "state" = 'QUEUED' and "template" <> 'sign-in' and (
      ("attempts" = 0 and "html" is not null) or "id" in (
        select (j.payload ->> 'mailId')::uuid
          from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier = 'deliver-mail' and j.locked_at < clock_timestamp() - interval '10 minutes'))`
}
