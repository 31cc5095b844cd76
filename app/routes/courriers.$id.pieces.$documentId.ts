import type { LoaderFunctionArgs } from '@remix-run/node'
import { letterPiece } from '~/letters/letter-piece.server'
import { readLetterId } from '~/letters/letter-request.server'
import { signedInContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const piece = letterPiece(ctx, readLetterId(params.id), readLetterId(params.documentId))
  const { document, bytes, inline } = await orStatus(piece)
  return new Response(bytes, {
    headers: {
      'Content-Type': document.mime,
      'Content-Length': String(document.size),
      'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
