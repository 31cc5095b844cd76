import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { versionOn } from '~/association/statutes-page.query.server'
import { openContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'

/** The file of the statutes in force, or of `?date=`, as `cpts-statutes/1`: what the simulator reads back. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await openContext(request)
  const version = await versionOn(db, new URL(request.url).searchParams.get('date'), parisDate(now))
  if (!version) throw data(null, { status: 404 })
  return new Response(`${JSON.stringify(version.statutes, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="statuts-${version.effectiveFrom}.json"`,
    },
  })
}
