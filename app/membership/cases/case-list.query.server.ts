import type { CaseKind, CaseState } from '~/generated/prisma/enums'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { instantFromDate, isoDate } from '~/platform/dates'
import { organ } from '~/statutes/organs'
import { isOpen, organOf, STATE_WORDS } from './case-file'
import { viewOf } from './access.server'

export type CaseLine = {
  id: string
  kind: CaseKind
  state: CaseState
  stateWords: string
  label: string
  organ: string
  openedOn: string
  decidedOn: string | null
}

/** The cases that the actor leads or decides on, the open ones first; never his own as an officer. */
export async function caseList(ctx: Context): Promise<{ open: CaseLine[]; over: CaseLine[] }> {
  const rows = await ctx.db.disciplinaryCase.findMany({ orderBy: { openedAt: 'desc' }, take: 500 })
  const visible = rows.filter((row) => ['conducts', 'decides'].includes(viewOf(ctx, row) ?? ''))
  const members = await ctx.db.member.findMany({
    where: { id: { in: visible.map(({ memberId }) => memberId) } },
    select: { id: true, label: true },
  })
  const labels = new Map(members.map(({ id, label }) => [id, label]))
  const lines = visible.map((row): CaseLine => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    stateWords: STATE_WORDS[row.state],
    label: labels.get(row.memberId) ?? '',
    organ: organ(organOf(row.organ)),
    openedOn: parisDate(instantFromDate(row.openedAt)),
    decidedOn: row.decidedOn && isoDate(row.decidedOn),
  }))
  return { open: lines.filter(({ state }) => isOpen(state)), over: lines.filter(({ state }) => !isOpen(state)) }
}

/** The members against whom a case may be opened: all of today but oneself. `founders`: those who may lose that quality. */
export async function caseMembers(ctx: Context) {
  const own = ctx.actor.actingFor.map(({ memberId }) => memberId)
  const found = await ctx.db.member.findMany({
    where: { leftOn: null, id: { notIn: own } },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    select: { id: true, label: true, category: true },
  })
  return found.map(({ id, label, category }) => ({
    value: id,
    label: category === 'founder' ? `${label}, fondateur` : label,
  }))
}
