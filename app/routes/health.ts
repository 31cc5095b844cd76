import { readHealth } from '~/platform/health.server'

/** For whoever watches the service: 200 while the database answers, else 503. */
export async function loader(): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  try {
    return Response.json(await readHealth(), { headers })
  } catch {
    return Response.json({ ok: false, database: 'away' }, { status: 503, headers })
  }
}
