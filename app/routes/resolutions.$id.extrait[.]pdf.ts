import type { LoaderFunctionArgs } from '@remix-run/node'
import { resolutionExtract } from '~/minutes/minutes-files.server'
import { signedInContext } from '~/offices/request.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { bytes, fileName } = await resolutionExtract(await signedInContext(request), params.id ?? '')
  return pdfResponse(bytes, fileName)
}
