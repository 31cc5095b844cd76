import type { Temporal } from 'temporal-polyfill'
import { parisDate } from '~/platform/clock.server'
import type { Actor, Powers } from '~/platform/context'
import { instantFromDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { findSession } from '~/platform/session.server'
import { officeLabel } from './office-labels'
import { rightsOn, type HeldRow, type LentRow } from './rights.server'

/** Who is signed in, what he may speak for and do today; null when nobody is. */
export async function loadActor(db: Db, request: Request, now: Temporal.Instant): Promise<Actor | null> {
  const session = await findSession(db, request.headers.get('cookie'), now)
  if (!session) return null
  const { acting, held, lent, staff } = await rightsOn(db, session.accountId, parisDate(now))
  return {
    accountId: session.accountId,
    sessionId: session.id,
    name: session.account.name,
    email: session.account.email,
    actingFor: acting,
    offices: [...held.map(byMandate), ...lent.map(byLoan)],
    coordinator: staff,
    authenticatedAt: instantFromDate(session.authenticatedAt),
  }
}

const byMandate = ({ office, memberId }: HeldRow): Powers => ({
  office,
  via: 'mandate',
  powers: 'all',
  memberId,
  label: officeLabel(office),
})

const byLoan = ({ office, kind, powers }: LentRow): Powers =>
  kind === 'REPLACEMENT'
    ? { office, via: 'replacement', powers: 'all', memberId: null, label: `${officeLabel(office)}, en remplacement` }
    : { office, via: 'delegation', powers, memberId: null, label: `${officeLabel(office)}, par délégation` }
