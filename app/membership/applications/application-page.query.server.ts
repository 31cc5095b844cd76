import type { Temporal } from 'temporal-polyfill'
import { association, statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { list } from '~/statutes/french'
import { internalRulesOn } from '../internal-rules/in-force.server'
import { whoAdmits } from './who-admits'

/** What the public form says and binds itself to: who is joined, which texts, which territory. */
export async function applicationPage({ db, now }: { db: Db; now: Temporal.Instant }) {
  const today = parisDate(now)
  const [{ name, object, email }, { id, statutes, effectiveFrom }, rules] = await Promise.all([
    association(db),
    statutesInForce(db, today),
    internalRulesOn(db, today),
  ])
  return {
    associationName: name,
    object,
    contact: email,
    statutes: { id, effectiveFrom },
    rules: rules && { id: rules.id, version: rules.version, effectiveFrom: rules.effectiveFrom },
    admitting: whoAdmits(statutes),
    territory: statutes.region.length > 0 ? list(statutes.region) : null,
  }
}
export type ApplicationPage = Awaited<ReturnType<typeof applicationPage>>
