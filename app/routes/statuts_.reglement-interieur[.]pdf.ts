import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { internalRulesOn } from '~/membership/internal-rules/in-force.server'
import { openContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { readDocument } from '~/platform/documents.server'

/** The internal rules as a file, open to everybody as the statutes are; `?version=2` for another than the one in force. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await openContext(request)
  const asked = Number(new URL(request.url).searchParams.get('version') ?? '0')
  const rules = asked
    ? await db.internalRules.findFirst({ where: { version: Number.isSafeInteger(asked) ? Math.min(asked, 1e6) : -1 } })
    : await internalRulesOn(db, parisDate(now))
  const found = rules && (await readDocument(db, rules.documentId))
  if (!rules || !found) throw data(null, { status: 404 })
  return new Response(found.bytes, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(found.document.size),
      'Content-Disposition': `inline; filename="reglement-interieur-${rules.version}.pdf"`,
      'Cache-Control': 'no-cache',
    },
  })
}
