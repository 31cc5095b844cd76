import type { Temporal } from 'temporal-polyfill'
import { association } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Actor, Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { entryOf } from '../reprises/entry.server'
import { approvingVotes } from './approving-votes.server'
import { internalRulesOn } from './in-force.server'

/** The internal rules in force, the versions before and those to come: open to everybody. */
export async function internalRulesPage(
  ctx: { db: Db; now: Temporal.Instant; actor: Actor | null },
  { asksReprise }: { asksReprise: boolean },
) {
  const { db, now, actor } = ctx
  const today = parisDate(now)
  const [{ name }, current, rows] = await Promise.all([
    association(db),
    internalRulesOn(db, today),
    db.internalRules.findMany({ orderBy: { version: 'desc' } }),
  ])
  const sources = await sourcesOf(db, rows)
  const sizes = await db.document.findMany({
    where: { id: { in: rows.map(({ documentId }) => documentId) } },
    select: { id: true, size: true },
  })
  return {
    name,
    today,
    current: current?.version ?? null,
    versions: rows.map(({ id, version, approvedOn, approvedBy, effectiveFrom, documentId }) => ({
      source: sources.get(id) ?? null,
      version,
      approvedOn: isoDate(approvedOn),
      approvedBy,
      effectiveFrom: isoDate(effectiveFrom),
      size: sizes.find(({ id }) => id === documentId)?.size ?? 0,
      coming: isoDate(effectiveFrom) > today,
    })),
    recording: actor && may(actor, 'association.write') ? await recording({ db, now, actor }, asksReprise) : null,
  }
}

/** How who keeps the association's records publishes a version today: freely, by a vote of the Bureau, or by a reprise. */
async function recording(ctx: Context, asksReprise: boolean) {
  const [entry, votes] = await Promise.all([entryOf(ctx, 'internal-rules'), approvingVotes(ctx.db)])
  return { entry, votes, by: !entry.cited ? 'word' : asksReprise ? 'reprise' : 'vote' } as const
}
type Sourced = { id: string; resolutionId: string | null; repriseId: string | null }

/** Where the approval of each version stands: « résolution 3 », « par reprise ». */
async function sourcesOf(db: Db, rows: readonly Sourced[]): Promise<Map<string, string>> {
  const votes = await db.resolution.findMany({
    where: { id: { in: rows.flatMap(({ resolutionId }) => resolutionId ?? []) } },
    select: { id: true, number: true },
  })
  const numbers = new Map(votes.map(({ id, number }) => [id, number]))
  return new Map(
    rows.flatMap(({ id, resolutionId, repriseId }): [string, string][] => {
      if (resolutionId) return [[id, `résolution ${numbers.get(resolutionId) ?? ''}`]]
      return repriseId ? [[id, 'par reprise signée de deux membres du Bureau']] : []
    }),
  )
}
export type InternalRulesPage = Awaited<ReturnType<typeof internalRulesPage>>
