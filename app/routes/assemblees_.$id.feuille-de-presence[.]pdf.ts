import type { LoaderFunctionArgs } from '@remix-run/node'
import { meetingAccess } from '~/meetings/access.server'
import { attendanceSheet } from '~/minutes/minutes-files.server'
import { signedInContext } from '~/offices/request.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting } = await meetingAccess(ctx, params.id)
  const { bytes, fileName } = await attendanceSheet(ctx, meeting.id)
  return pdfResponse(bytes, fileName)
}
