import type { Temporal } from 'temporal-polyfill'
import { association } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Actor } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { internalRulesOn } from './in-force.server'

/** The internal rules in force, the versions before and those to come: open to everybody. */
export async function internalRulesPage(ctx: { db: Db; now: Temporal.Instant; actor: Actor | null }) {
  const { db, now, actor } = ctx
  const today = parisDate(now)
  const [{ name }, current, rows] = await Promise.all([
    association(db),
    internalRulesOn(db, today),
    db.internalRules.findMany({ orderBy: { version: 'desc' } }),
  ])
  const sizes = await db.document.findMany({
    where: { id: { in: rows.map(({ documentId }) => documentId) } },
    select: { id: true, size: true },
  })
  return {
    name,
    today,
    current: current?.version ?? null,
    versions: rows.map(({ version, approvedOn, approvedBy, effectiveFrom, documentId }) => ({
      version,
      approvedOn: isoDate(approvedOn),
      approvedBy,
      effectiveFrom: isoDate(effectiveFrom),
      size: sizes.find(({ id }) => id === documentId)?.size ?? 0,
      coming: isoDate(effectiveFrom) > today,
    })),
    mayRecord: actor !== null && may(actor, 'association.write'),
  }
}
export type InternalRulesPage = Awaited<ReturnType<typeof internalRulesPage>>
