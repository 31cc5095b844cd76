import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedRowsFile } from '~/banking/refused-rows.server'
import { poweredContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'

/** The rows of a statement that could not be read, with their reason. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return orStatus(refusedRowsFile(await poweredContext(request, 'dues.manage'), params.id))
}
