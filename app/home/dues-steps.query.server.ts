import { waiting } from '~/dues/board/board-figures.query.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { addDays } from '~/statutes/civil-date'
import { euros, frenchDate, plural } from '~/ui/format'
import type { HomeStep } from './step'

const COMMON = { by: null, rule: null, reasons: [], late: false }
/** A call to come that the treasurer is told of. */
const SOON_DAYS = 30

/** What one owes, for oneself or whom one represents; what waits for whoever keeps the dues. */
export async function duesSteps(ctx: Context): Promise<HomeStep[]> {
  const [letters, owed, kept] = await Promise.all([
    letterSteps(ctx),
    owedSteps(ctx),
    may(ctx.actor, 'dues.manage') ? treasurerSteps(ctx) : [],
  ])
  return [...letters, ...owed, ...kept]
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
  return letters.map(({ id }) => ({
    ...COMMON,
    key: `letter-${id}`,
    title: 'une lettre recommandée vous invite à vous expliquer',
    reason: 'Vos explications seront lues avant toute décision ; payer la cotisation met fin à la procédure.',
    rule: '6.4-b' as const,
    to: `/explications/${id}`,
    action: 'Donner mes explications',
    rank: 0,
  }))
}

/** 6.4-b: dues called and not settled, with no payment under way. */
async function owedSteps(ctx: Context): Promise<HomeStep[]> {
  const ids = ctx.actor.actingFor.map(({ memberId }) => memberId)
  if (ids.length === 0) return []
  const today = parisDate(ctx.now)
  const rows = await ctx.db.dues.findMany({
    where: {
      memberId: { in: ids },
      settledOn: null,
      stage: { not: null },
      lines: { none: { payment: { state: 'PROCESSING' } } },
    },
    orderBy: { dueOn: 'asc' },
    take: 3,
    include: { member: { select: { label: true } }, period: { select: { year: true } } },
  })
  const whose = (label: string) => (ids.length > 1 ? `${label} : ` : '')
  return rows.map((row) => {
    const late = isoDate(row.dueOn) < today
    return {
      ...COMMON,
      key: `dues-${row.id}`,
      title: `${whose(row.member.label)}cotisation ${row.period.year}, ${euros(row.amountCents - row.paidCents)} à régler`,
      reason: late ? `Échéance passée depuis le ${frenchDate(isoDate(row.dueOn))}.` : null,
      by: late ? null : isoDate(row.dueOn),
      rule: '6.4-b' as const,
      to: '/mes-cotisations',
      action: 'Régler ma cotisation',
      late,
      rank: 5,
    }
  })
}

/** 12-a: dues to call, payments to match. */
async function treasurerSteps(ctx: Context): Promise<HomeStep[]> {
  const today = parisDate(ctx.now)
  const [period, waits, issues, lines] = await Promise.all([
    ctx.db.duesPeriod.findFirst({ where: { calledAt: null }, orderBy: { year: 'asc' } }),
    waiting(ctx),
    ctx.db.paymentIssue.count({ where: { resolvedAt: null } }),
    ctx.db.bankLine.count({ where: { state: 'OPEN' } }),
  ])
  const steps: HomeStep[] = []
  if (period && isoDate(period.startsOn) <= addDays(today, SOON_DAYS) && isoDate(period.endsOn) >= today)
    steps.push({
      ...COMMON,
      key: `call-${period.id}`,
      title: `Appeler les cotisations ${period.year}`,
      reason: 'Les rappels et la suite de la procédure ne courent qu’après l’appel.',
      rule: '12-a',
      by: isoDate(period.dueOn),
      to: `/cotisations/exercices/${period.year}`,
      action: 'Préparer l’appel',
      rank: 3,
    })
  const acts = waits.notices + waits.toPost + waits.proofs + waits.toWrite + waits.returned + waits.cases
  if (acts > 0)
    steps.push({
      ...COMMON,
      key: 'dues-acts',
      title: `Suivre les cotisations impayées : ${plural(acts, 'acte')} à faire`,
      reason: 'La procédure attend une lettre, une preuve ou une décision ; la nuit ne les fait pas.',
      rule: '6.4-b',
      to: '/cotisations',
      action: 'Voir ce qui attend',
      rank: 5,
    })
  if (issues + lines > 0)
    steps.push({
      ...COMMON,
      key: 'payments-to-match',
      title: plural(issues + lines, 'règlement à rapprocher', 'règlements à rapprocher'),
      reason:
        'Une somme reçue ne correspond pas, ou pas encore, à une cotisation : les rappels de qui a pu l’envoyer attendent.',
      to: '/cotisations/a-rapprocher',
      action: 'Voir et rapprocher',
      rank: 6,
    })
  return steps
}
