import { waiting } from './board-figures.query.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate, dateColumn } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { addDays } from '~/statutes/civil-date'
import { plural } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

/** A call to come that the treasurer is told of. */
const SOON_DAYS = 30

/** What waits for whoever keeps the dues. */
export async function treasurerSteps(ctx: Context): Promise<HomeStep[]> {
  if (!may(ctx.actor, 'dues.manage')) return []
  const [calls, acts, payments] = await Promise.all([callSteps(ctx), ladderSteps(ctx), paymentSteps(ctx)])
  return [...calls, ...acts, ...payments]
}

/**
 * 12-a: the years that nobody called and in which dues are still owed; a member who joins in a year that was called is called
 * by the nightly run.
 */
async function callSteps({ db, now }: Context): Promise<HomeStep[]> {
  const periods = await db.duesPeriod.findMany({
    where: {
      calledAt: null,
      startsOn: { lte: dateColumn(addDays(parisDate(now), SOON_DAYS)) },
      dues: { some: { closedAs: null, stage: null } },
    },
    orderBy: { year: 'asc' },
    select: { year: true, dueOn: true },
  })
  return periods.map(({ year, dueOn }) => ({
    ...PLAIN_STEP,
    key: `call-${year}`,
    title: `Appeler les cotisations ${year}`,
    reason: 'Les rappels et la suite de la procédure ne courent qu’après l’appel.',
    rule: '12-a',
    by: isoDate(dueOn),
    to: `/cotisations/exercices/${year}`,
    action: 'Préparer l’appel',
    rank: 3,
  }))
}

/** 6.4-b: what the night cannot do. */
async function ladderSteps(ctx: Context): Promise<HomeStep[]> {
  const { notices, toPost, proofs, toWrite, returned, cases } = await waiting(ctx)
  const acts = notices + toPost + proofs + toWrite + returned + cases
  if (acts === 0) return []
  return [
    {
      ...PLAIN_STEP,
      key: 'dues-acts',
      title: `Suivre les cotisations impayées : ${plural(acts, 'acte')} à faire`,
      reason: 'La procédure attend une lettre, une preuve ou une décision ; la nuit ne les fait pas.',
      rule: '6.4-b',
      to: '/cotisations',
      action: 'Voir ce qui attend',
      rank: 5,
    },
  ]
}

async function paymentSteps({ db }: Context): Promise<HomeStep[]> {
  const [issues, lines] = await Promise.all([
    db.paymentIssue.count({ where: { resolvedAt: null } }),
    db.bankLine.count({ where: { state: 'OPEN' } }),
  ])
  if (issues + lines === 0) return []
  return [
    {
      ...PLAIN_STEP,
      key: 'payments-to-match',
      title: plural(issues + lines, 'règlement à rapprocher', 'règlements à rapprocher'),
      reason:
        'Une somme reçue ne correspond pas, ou pas encore, à une cotisation : les rappels de qui a pu l’envoyer attendent.',
      to: '/cotisations/a-rapprocher',
      action: 'Voir et rapprocher',
      rank: 6,
    },
  ]
}
