import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { slipFile } from '~/dues/slips/slip-file.server'
import { poweredContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const id = z.uuid().safeParse(params.id)
  if (!id.success) throw data(null, { status: 404 })
  const { bytes, fileName } = await orStatus(slipFile(ctx, id.data))
  return pdfResponse(bytes, fileName)
}
