import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { internalRulesFile } from '~/membership/internal-rules/in-force.server'
import { openContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'

/** The internal rules as a file, open to everybody as the statutes are; `?version=2` for another than the one in force. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await openContext(request)
  const version = Number(new URL(request.url).searchParams.get('version') ?? '0') || 0
  const found = await internalRulesFile(db, { version, on: parisDate(now) })
  if (!found) throw data(null, { status: 404 })
  return new Response(found.bytes, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(found.size),
      'Content-Disposition': `inline; filename="reglement-interieur-${found.version}.pdf"`,
      'Cache-Control': 'no-cache',
    },
  })
}
