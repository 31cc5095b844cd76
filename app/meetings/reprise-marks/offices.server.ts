import { personLabel } from '~/members/identity/names'
import { lasting, running } from '~/offices/mandates.server'
import { officeLabel } from '~/offices/office-labels'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { byName, plainDate } from '~/statutes/french'
import type { Marked } from './mark.server'

/**
 * 8.1-a, 9.1-a, 10-a, 6.2-d: among the offices in which people act on a civil day, what entered by a reprise: a mandate, the legal
 * representative of the body that holds it, a replacement of the President (told of the vice-president who replaces).
 */
export async function officeMarks(db: Db | Tx, day: string): Promise<(Marked & { office: string })[]> {
  const on = dateColumn(day)
  const [mandates, replacements] = await Promise.all([
    db.mandate.findMany({
      where: lasting(day),
      orderBy: [{ from: 'asc' }, { id: 'asc' }],
      select: {
        ...{ memberId: true, office: true, from: true, repriseId: true },
        member: {
          select: {
            representatives: {
              where: { kind: 'LEGAL', from: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] },
            },
          },
        },
      },
    }),
    db.delegation.findMany({
      where: { kind: 'REPLACEMENT', repriseId: { not: null }, ...running(day) },
      select: { toAccountId: true, startsOn: true, repriseId: true },
    }),
  ])
  const seats = mandates.flatMap(({ memberId, office, from, repriseId, member }) => {
    const mark = { memberId, office, entered: 'office' as const }
    const rule = office === 'president' ? ('9.1-a' as const) : ('8.1-a' as const)
    const seat = `${sentence(office)} depuis le ${plainDate(isoDate(from))}`
    return [
      ...(repriseId ? [{ ...mark, rule, fact: seat, on: isoDate(from), repriseId }] : []),
      ...member.representatives.flatMap((legal) =>
        legal.repriseId
          ? [
              {
                ...mark,
                rule: '6.2-d' as const,
                fact: `Représentation légale ${byName(personLabel(legal))} depuis le ${plainDate(isoDate(legal.from))}`,
                on: isoDate(legal.from),
                repriseId: legal.repriseId,
              },
            ]
          : [],
      ),
    ]
  })
  const acting = await Promise.all(replacements.map((replacement) => replacing(db, replacement, day)))
  return [...seats, ...acting.flat()]
}

const sentence = (office: string) => `Fonction « ${officeLabel(office)} » tenue`

type Replacement = { toAccountId: string; startsOn: Date; repriseId: string | null }

/** The replacement of the President, told of each membership by which the vice-president sits. */
async function replacing(db: Db | Tx, { toAccountId, startsOn, repriseId }: Replacement, day: string) {
  if (!repriseId) return []
  const vices = await db.mandate.findMany({
    where: {
      office: 'vice-president',
      ...lasting(day),
      member: { OR: [{ accountId: toAccountId }, { representatives: { some: { accountId: toAccountId } } }] },
    },
    select: { memberId: true },
  })
  const from = isoDate(startsOn)
  return vices.map(({ memberId }) => ({
    memberId,
    office: 'president',
    rule: '10-a' as const,
    entered: 'office' as const,
    fact: `Remplacement du Président depuis le ${plainDate(from)}`,
    on: from,
    repriseId,
  }))
}
