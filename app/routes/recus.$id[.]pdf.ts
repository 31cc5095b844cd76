import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { receiptFile } from '~/dues/receipts/receipt-file.server'
import { signedInContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const id = z.uuid().safeParse(params.id)
  if (!id.success) throw data(null, { status: 404 })
  const { bytes, fileName } = await orStatus(receiptFile(ctx, id.data))
  return pdfResponse(bytes, fileName)
}
