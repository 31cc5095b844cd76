import { categoryLabel } from '~/members/register/category-label'
import { EVENT_ORDER } from '~/members/register/membership-rows'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { plainDate } from '~/statutes/french'
import type { RuleId } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import type { Marked } from './mark.server'

const CHANGES: Record<string, RuleId> = { founder: '6.1-c', honorary: '6.3-a' }

/**
 * 6.1-a to 6.3-a: among what gives each member his rights on a civil day (the admission, the category), what entered by a reprise.
 */
export async function rightMarks(db: Db | Tx, statutes: Statutes, day: string): Promise<Marked[]> {
  const kinds = { kind: { in: ['ADMITTED', 'CATEGORY_CHANGED'] as const satisfies string[] } }
  const until = { on: { lte: dateColumn(day) } }
  const taken = await db.memberEvent.findMany({
    where: { repriseId: { not: null }, ...kinds, ...until },
    select: { memberId: true },
    distinct: ['memberId'],
  })
  const memberIds = taken.map(({ memberId }) => memberId)
  const events = await db.memberEvent.findMany({
    where: { memberId: { in: memberIds }, ...kinds, ...until },
    orderBy: EVENT_ORDER,
    select: { memberId: true, kind: true, on: true, category: true, repriseId: true },
  })
  return memberIds.flatMap((memberId) => {
    const own = events.filter((event) => event.memberId === memberId)
    const admitted = own.findLast(({ kind }) => kind === 'ADMITTED')
    const placed = own.at(-1)
    const marks = [admitted, ...(placed === admitted ? [] : [placed])]
    return marks.flatMap((event): Marked[] => {
      if (!event?.repriseId) return []
      const on = isoDate(event.on)
      const label = categoryLabel(statutes, event.category ?? '')
      const since = `avec effet du ${plainDate(on)}`
      const { repriseId } = event
      return event.kind === 'ADMITTED'
        ? [{ memberId, rule: '6.2-a', entered: 'right', fact: `Admission comme ${label}, ${since}`, on, repriseId }]
        : [
            {
              memberId,
              rule: CHANGES[event.category ?? ''] ?? '6-a',
              entered: 'right',
              fact: `Passage à la catégorie ${label}, ${since}`,
              on,
              repriseId,
            },
          ]
    })
  })
}
