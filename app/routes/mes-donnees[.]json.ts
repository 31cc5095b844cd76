import type { LoaderFunctionArgs } from '@remix-run/node'
import { myDataFile } from '~/personal-data/my-data/my-data-file.server'
import { signedInContext } from '~/offices/request.server'

/** What is kept about the member who asks, as JSON. */
export const loader = async ({ request }: LoaderFunctionArgs) =>
  myDataFile(await signedInContext(request), request, 'json')
