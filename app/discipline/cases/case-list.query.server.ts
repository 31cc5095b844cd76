import type { DisciplinaryCase } from '~/generated/prisma/client'
import type { CaseKind, CaseState } from '~/generated/prisma/enums'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { instantFromDate, isoDate } from '~/platform/dates'
import { organ } from '~/statutes/organs'
import { isAppealPending } from '~/members/discipline/appeal-pending'
import { caseWords, isUnderWay } from '../appeals/appeal-words'
import { openableAgainst, viewsOf } from './access.server'
import { organOf } from '~/members/discipline/organ-of'
import { OPEN_STATES } from './case-file'
import { involvedMembers } from './involved.server'
import { letterSigner } from './letter-signer.server'

export type CaseLine = {
  id: string
  kind: CaseKind
  state: CaseState
  stateWords: string
  underWay: boolean
  label: string
  organ: string
  openedOn: string
  decidedOn: string | null
}

/** The cases that the actor keeps or decides on, the open ones first; never one that involves him. */
export async function caseList(ctx: Context): Promise<{ open: CaseLine[]; over: CaseLine[] }> {
  const rows = await ctx.db.disciplinaryCase.findMany({
    orderBy: { openedAt: 'desc' },
    take: 500,
    include: { recusals: true },
  })
  const views = await viewsOf(ctx.db, ctx, rows)
  const visible = rows.filter(({ id }) => ['conducts', 'decides'].includes(views.get(id) ?? ''))
  const members = await ctx.db.member.findMany({
    where: { id: { in: visible.map(({ memberId }) => memberId) } },
    select: { id: true, label: true },
  })
  const labels = new Map(members.map(({ id, label }) => [id, label]))
  const lines = visible.map((row): CaseLine => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    stateWords: caseWords(row),
    underWay: isUnderWay(row),
    label: labels.get(row.memberId) ?? '',
    organ: organ(isAppealPending(row) ? 'ago' : organOf(row.organ)),
    openedOn: parisDate(instantFromDate(row.openedAt)),
    decidedOn: closedOn(row),
  }))
  return { open: lines.filter(({ underWay }) => underWay), over: lines.filter(({ underWay }) => !underWay) }
}

/** The day of the last decision, that of the assembly on appeal where there is one; null while one is awaited. */
function closedOn(row: DisciplinaryCase): string | null {
  const last = row.appealDecidedOn ?? row.decidedOn
  return last === null || isUnderWay(row) ? null : isoDate(last)
}

/**
 * For each open case from which the actor was recused, who keeps it now; null when nobody of the Bureau can. Nothing else of
 * it is his to see.
 */
export async function recusedFrom(ctx: Context): Promise<({ name: string; title: string } | null)[]> {
  const own = ctx.actor.actingFor.map(({ memberId }) => memberId)
  const found = await ctx.db.disciplinaryCase.findMany({
    where: {
      state: { in: [...OPEN_STATES] },
      memberId: { notIn: own },
      recusals: { some: { memberId: { in: own } } },
    },
    orderBy: { openedAt: 'asc' },
    include: { recusals: true },
  })
  return Promise.all(
    found.map(async (each) => {
      const keeper = await letterSigner(ctx.db, parisDate(ctx.now), await involvedMembers(ctx.db, each))
      return keeper.name === '' ? null : keeper
    }),
  )
}

/** The members against whom the actor may open a case. Those who may lose the founder's quality are marked. */
export async function caseMembers(ctx: Context) {
  const found = await ctx.db.member.findMany({
    where: { leftOn: null },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    select: { id: true, label: true, category: true },
  })
  const openable = await openableAgainst(
    ctx.db,
    ctx,
    found.map(({ id }) => id),
  )
  return found
    .filter(({ id }) => openable.has(id))
    .map(({ id, label, category }) => ({
      value: id,
      label: category === 'founder' ? `${label}, fondateur` : label,
    }))
}
