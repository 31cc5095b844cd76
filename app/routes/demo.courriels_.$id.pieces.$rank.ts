import type { LoaderFunctionArgs } from '@remix-run/node'
import { PAPERS } from '~/dues/receipts/papers.server'
import { db } from '~/platform/db.server'
import { demoOnly } from '~/platform/demo/only.server'
import { outboxAttachment } from '~/platform/mail/outbox.query.server'

/** An attachment of a message of the demonstration, always as a file to keep. */
export async function loader({ params }: LoaderFunctionArgs) {
  demoOnly()
  const found = await outboxAttachment(db(), params.id ?? '', Number(params.rank), PAPERS)
  if (!found) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(found.content), {
    headers: {
      'Content-Type': found.mime,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.filename)}`,
    },
  })
}
