import type { Db } from '~/platform/db.server'
import { dateColumn } from '~/platform/dates'
import { parisDate } from '~/platform/clock.server'
import type { Temporal } from 'temporal-polyfill'
import type { BodyKey } from '~/statutes/schema'
import { statutesInForce } from './in-force.server'
import { sessionOf, startingCase } from './simulator/case'
import { readCase } from './simulator/case-fields'
import { presets } from './simulator/presets'

const BODIES: readonly BodyKey[] = ['ago', 'age', 'bureau']

/** The statutes in force, the members of today by category, and the case in the address over them. */
export async function simulatorPage(db: Db, now: Temporal.Instant, search: URLSearchParams) {
  const today = parisDate(now)
  const { statutes } = await statutesInForce(db, today)
  const body = BODIES.find((key) => key === search.get('corps')) ?? 'ago'
  const session = sessionOf(statutes, body, Number(search.get('session')))
  const start = startingCase(statutes, { body, session, counts: await countsOf(db, body, today) })
  const { given, faults } = readCase(search, start)
  return { statutes, start, given, faults, presets: presets(statutes, start) }
}

async function countsOf(db: Db, body: BodyKey, today: string): Promise<Record<string, number>> {
  const day = dateColumn(today)
  const still = { OR: [{ leftOn: null }, { leftOn: { gt: day } }] }
  const sits = { some: { from: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gt: day } }] } }
  const groups = await db.member.groupBy({
    by: ['category'],
    where: body === 'bureau' ? { ...still, mandates: sits } : still,
    _count: { _all: true },
  })
  return Object.fromEntries(groups.map(({ category, _count }) => [category, _count._all]))
}
