import { statutesInForce } from '~/association/in-force.server'
import { listingOf, type Listing } from '~/meetings/agenda/listing.server'
import { isoDate } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { judgeAppeal, judgeAppealable, lastDayOfAppeal } from '~/statutes/exclusion-appeal'
import { organOf } from '~/members/discipline/organ-of'
import type { LockedCase } from '../cases/lock-case.server'
import { DECISION_KINDS } from '~/members/discipline/notice-kinds'

export type Decided = Pick<LockedCase, 'id' | 'kind' | 'state' | 'memberId' | 'organ' | 'decidedOn'>

/** The exclusion that a case pronounced, or null: in preparation, not retained, or about the founder's quality alone. */
const pronounced = ({ kind, state, decidedOn }: Decided): string | null =>
  kind === 'EXCLUSION' && state === 'EXCLUDED' && decidedOn ? isoDate(decidedOn) : null

/**
 * What an appeal against the exclusion that this case pronounced is judged on, by the statutes of the day of the decision; null
 * where there is no such exclusion. `on(day)`: the ruling on an appeal of that day.
 */
export async function appealFacts(db: Db | Tx, found: Decided) {
  const decidedOn = pronounced(found)
  if (decidedOn === null) return null
  const [{ statutes }, letter] = await Promise.all([
    statutesInForce(db, decidedOn),
    db.registeredLetter.findFirst({
      where: { kind: DECISION_KINDS[found.kind], subjectId: found.id },
      select: { presentedOn: true },
    }),
  ])
  const decidedBy = organOf(found.organ)
  const presentedOn = letter?.presentedOn ? isoDate(letter.presentedOn) : null
  return {
    decidedOn,
    decidedBy,
    days: statutes.discipline.appealDays ?? null,
    given: judgeAppealable(statutes, decidedBy).outcome === 'lawful',
    lastDay: presentedOn && lastDayOfAppeal(statutes, presentedOn),
    on: (day: string) => judgeAppeal(statutes, { decidedBy, presentedOn, on: day }),
  }
}

/** The resolution that is to decide on an appeal, on the agenda of a meeting still to come or in session; null: none. */
export const appealListing = (db: Db | Tx, caseId: string): Promise<Listing | null> =>
  listingOf(db, { kind: 'annul-exclusion', id: caseId })
