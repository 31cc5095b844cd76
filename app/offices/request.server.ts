import { data, redirect } from '@remix-run/node'
import type { Actor, Context } from '~/platform/context'
import { now } from '~/platform/clock.server'
import { db, type Db } from '~/platform/db.server'
import type { Temporal } from 'temporal-polyfill'
import { loadActor } from './actor.server'
import { may, type Power } from '~/platform/permissions'

/** The context of a page open to everybody; `actor` is null when nobody is signed in. */
export async function openContext(request: Request): Promise<{ db: Db; now: Temporal.Instant; actor: Actor | null }> {
  const instant = await now()
  return { db: db(), now: instant, actor: await loadActor(db(), request, instant) }
}

/** The context of a signed-in page; sends to the sign-in page, which comes back here. */
export async function signedInContext(request: Request): Promise<Context> {
  const { db, now, actor } = await openContext(request)
  if (actor) return { db, now, actor }
  const url = new URL(request.url)
  const back = request.method === 'GET' ? url.pathname + url.search : '/'
  throw redirect(`/connexion?vers=${encodeURIComponent(back)}`)
}

/** The context of a page for those who hold one of these powers; 404 for the others, revealing nothing. */
export async function poweredContext(request: Request, ...powers: Power[]): Promise<Context> {
  const context = await signedInContext(request)
  if (powers.some((power) => may(context.actor, power))) return context
  throw data(null, { status: 404 })
}
