import type { LoaderFunctionArgs } from '@remix-run/node'
import { postedLettersFile } from '~/dues/board/posted-letters-file.server'
import { poweredContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const returned = new URL(request.url).searchParams.get('quoi') === 'revenus'
  const { bytes, fileName } = await orStatus(postedLettersFile(ctx, { returned }))
  return pdfResponse(bytes, fileName)
}
