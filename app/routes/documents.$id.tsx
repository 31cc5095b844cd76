import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { mayReadDocument } from '~/meetings/document-access.server'
import { signedInContext } from '~/offices/request.server'
import { readDocument } from '~/platform/documents.server'

const UUID = /^[0-9a-f-]{36}$/i

/** A document, shown in the page when it is a PDF or an image, else downloaded; never guessed to be something else. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const found = UUID.test(params.id ?? '') ? await readDocument(ctx.db, params.id ?? '') : null
  if (!found || !(await mayReadDocument(ctx, found.document))) throw data(null, { status: 404 })
  const { document, bytes, inline } = found
  return new Response(bytes, {
    headers: {
      'Content-Type': document.mime,
      'Content-Length': String(document.size),
      'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
