import type { LoaderFunctionArgs } from '@remix-run/node'
import { PAPERS } from '~/dues/receipts/papers.server'
import { db } from '~/platform/db.server'
import { demoOnly } from '~/platform/demo/only.server'
import { outboxMail } from '~/platform/mail/outbox.query.server'

/** The message alone, for the frame that shows it; its links leave the frame. The server gives it a policy of its own. */
export async function loader({ params }: LoaderFunctionArgs) {
  demoOnly()
  const mail = await outboxMail(db(), params.id ?? '', PAPERS)
  if (!mail?.html) return new Response(null, { status: 404 })
  const html = mail.html.replaceAll('target="_blank"', 'target="_top"')
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } })
}
