import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { euros } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

/** What the actor owes, for himself and for the bodies that he represents, and the letters that wait for his explanations. */
export async function duesSteps(ctx: Context): Promise<HomeStep[]> {
  const [letters, owed] = await Promise.all([letterSteps(ctx), owedSteps(ctx)])
  return [...letters, ...owed]
}

/** 6.4-b: a letter invites one to explain oneself, and no answer came yet. */
async function letterSteps(ctx: Context): Promise<HomeStep[]> {
  const ids = ctx.actor.actingFor.map(({ memberId }) => memberId)
  if (ids.length === 0) return []
  const letters = await ctx.db.$queryRaw<{ id: string }[]>`
    select l.id from "RegisteredLetter" l join "Dues" d on d.id = l."subjectId"
     where l.kind = 'dues-formal-notice' and l."depositedOn" is not null and l."memberId" = any(${ids}::uuid[])
       and d."closedAs" is null and not exists (select 1 from "Explanation" e where e."letterId" = l.id)
     order by l.id`
  return letters.map(({ id }): HomeStep => ({
    ...PLAIN_STEP,
    key: `letter-${id}`,
    title: 'une lettre recommandée vous invite à vous expliquer',
    reason: 'Vos explications seront lues avant toute décision ; payer la cotisation met fin à la procédure.',
    rule: '6.4-b',
    to: `/explications/${id}`,
    action: 'Donner mes explications',
    rank: -1,
  }))
}

/** 6.4-b: dues called and not settled, with no payment under way. */
async function owedSteps(ctx: Context): Promise<HomeStep[]> {
  const ids = ctx.actor.actingFor.map(({ memberId }) => memberId)
  if (ids.length === 0) return []
  const rows = await ctx.db.dues.findMany({
    where: {
      memberId: { in: ids },
      closedAs: null,
      stage: { not: null },
      lines: { none: { payment: { state: 'PROCESSING' } } },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    include: { member: { select: { label: true } }, period: { select: { year: true } } },
  })
  const whose = (label: string) => (ids.length > 1 ? `${label} : ` : '')
  return rows.map((row): HomeStep => {
    const by = isoDate(row.dueOn)
    return {
      ...PLAIN_STEP,
      key: `dues-${row.id}`,
      title: `${whose(row.member.label)}cotisation ${row.period.year}, ${euros(row.amountCents - row.paidCents)} à régler`,
      by,
      rule: '6.4-b',
      to: '/mes-cotisations',
      action: 'Régler ma cotisation',
      rank: 5,
    }
  })
}
