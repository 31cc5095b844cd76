import type { LoaderFunctionArgs } from '@remix-run/node'
import { meetingAccess } from '~/meetings/access.server'
import { proxyForm } from '~/meetings/proxy-form.server'
import { signedInContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting, members } = await meetingAccess(ctx, params.id)
  const { bytes, fileName } = await orStatus(proxyForm(ctx, meeting, members))
  return pdfResponse(bytes, fileName)
}
