import { PAPERS } from '~/dues/receipts/papers.server'
import { dateFromInstant, instantFromDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { loadAttachments, mailHash } from '~/platform/mail/attachments.server'
import { renderRow } from '~/platform/mail/render.server'

const TRANSIT_SECONDS = 4

/**
 * The mails of the past, as they left: rendered, accepted by the server a few seconds after the act, to be read in the
 * outbox of the demonstration. Nothing is sent now: their jobs are taken away.
 */
export async function settleMails(db: Db): Promise<void> {
  const waiting = await db.mail.findMany({ where: { state: 'QUEUED' } })
  for (const row of waiting) {
    const { html, text } = await renderRow(row)
    const contentHash = mailHash(row.subject, text, await loadAttachments(db, row.attachments, PAPERS))
    const sentAt = dateFromInstant(instantFromDate(row.queuedAt).add({ seconds: TRANSIT_SECONDS }))
    const left = { state: 'ACCEPTED' as const, attempts: 1, serverAnswer: '250 2.0.0 Message accepté', sentAt }
    await db.mail.update({ where: { id: row.id }, data: { html, text, contentHash, ...left }, select: { id: true } })
  }
  await dropJobs(db)
}

/** Takes away what waits for the worker: what it would do has been done here, at its hour. */
async function dropJobs(db: Db): Promise<void> {
  await db.$queryRaw`select count(*) from graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`
}
