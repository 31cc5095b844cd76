import type { LoaderFunctionArgs } from '@remix-run/node'
import { lettersToPost } from '~/letters/letter-file.server'
import { signedInContext } from '~/offices/request.server'
import { recordAccess } from '~/platform/data-access.server'
import { orStatus } from '~/platform/http/or-status.server'
import { pdfResponse } from '~/platform/pdf/render.server'

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { bytes, fileName } = await orStatus(lettersToPost(ctx))
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'letters' })
  return pdfResponse(bytes, fileName)
}
