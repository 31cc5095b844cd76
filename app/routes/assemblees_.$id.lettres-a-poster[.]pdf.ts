import type { LoaderFunctionArgs } from '@remix-run/node'
import { officerAccess } from '~/meetings/access.server'
import { convocationLettersToPost } from '~/meetings/convocation-letter.server'
import { signedInContext } from '~/offices/request.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  const { bytes, fileName } = await convocationLettersToPost(ctx, meeting.id)
  return pdfResponse(bytes, fileName)
}
