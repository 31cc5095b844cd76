import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportMembers } from '~/members/export/export-members.server'
import { readFilters } from '~/members/register/list/filters'
import { poweredContext } from '~/offices/request.server'

/** The list as it is shown, in a file: `?format=csv` or `xlsx`, with the filters of the list. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.read')
  const search = new URL(request.url).searchParams
  return exportMembers(ctx, { form: search.get('format') === 'xlsx' ? 'xlsx' : 'csv', filters: readFilters(search) })
}
