import type { LoaderFunctionArgs } from '@remix-run/node'
import { meetingAccess } from '~/meetings/access.server'
import { minutesFile } from '~/minutes/minutes-files.server'
import { signedInContext } from '~/offices/request.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  const { bytes, fileName } = await minutesFile(ctx, meeting.id, new URL(request.url).searchParams.get('acte'))
  return pdfResponse(bytes, fileName)
}
