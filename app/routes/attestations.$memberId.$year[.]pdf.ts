import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { attestationFile } from '~/dues/receipts/attestation-file.server'
import { signedInContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { pdfResponse } from '~/platform/pdf/render.server'

const asked = z.object({ memberId: z.uuid(), year: z.coerce.number().int().min(1901).max(2999) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const given = asked.safeParse(params)
  if (!given.success) throw data(null, { status: 404 })
  const { bytes, fileName } = await orStatus(attestationFile(ctx, given.data.memberId, given.data.year))
  return pdfResponse(bytes, fileName)
}
