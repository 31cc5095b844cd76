import type { LoaderFunctionArgs } from '@remix-run/node'
import { notTakenOf } from '~/members/import/not-taken.query.server'
import { duesSideFor } from '~/membership/import/dues-side.server'
import { poweredContext } from '~/offices/request.server'

/** The lines that are refused or wait for an answer, with their reason, to be corrected and brought again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  return new Response(await notTakenOf(ctx, params.id, duesSideFor(ctx)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="lignes-non-reprises.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
