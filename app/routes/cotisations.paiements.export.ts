import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportPayments } from '~/dues/payments/export-payments.server'
import { readFilters } from '~/dues/payments/filters'
import { poweredContext } from '~/offices/request.server'

/** The list as it is shown, in a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return exportPayments(ctx, readFilters(new URL(request.url).searchParams))
}
