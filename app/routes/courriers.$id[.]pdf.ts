import type { LoaderFunctionArgs } from '@remix-run/node'
import { letterFile } from '~/letters/letter-file.server'
import { readLetterId } from '~/letters/letter-request.server'
import { signedInContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { bytes, fileName } = await orStatus(letterFile(ctx, readLetterId(params.id)))
  return pdfResponse(bytes, fileName)
}
