import { addYears, later, type CivilDate } from './civil-date'
import { agoYearDeadline, fiscalYearEnd } from './deadlines'
import { plainCount, plainDate } from './french'
import { reason, rulingFrom, type RuleId, type Ruling } from './ruling'
import { categoryOf, type Statutes } from './schema'

export interface Seat {
  office: string
  /** category of the member on the first day of the mandate; null: he was no member then */
  category: string | null
  suspended: boolean
  /** seats of that office held by others */
  held: number
  /** another office that the same person holds, in words; null: none */
  other: string | null
  from: CivilDate
  termEnd: CivilDate
  today: CivilDate
}

/**
 * 8.1-a: last day that a mandate begun that day may run to: the years of the statutes, or the annual assembly of the last one,
 * which elects (our reading, law 4.47).
 */
export function lastTermDay(statutes: Statutes, from: CivilDate): CivilDate {
  const end = addYears(from, statutes.termYears)
  return later(end, agoYearDeadline(statutes, fiscalYearEnd(statutes, Number(end.slice(0, 4)) - 1)))
}

/**
 * 8.1-a, 9.1-a: may this member sit in this office from that day? He must be a member that day, not suspended, of a category
 * that may be elected, and hold no other office (our reading: the article lists as many people as offices). The seat must be
 * free; the mandate has begun, and does not run longer than the years of the statutes.
 */
export function judgeSeat(statutes: Statutes, seat: Seat): Ruling {
  const rule: RuleId = seat.office === 'president' ? '9.1-a' : '8.1-a'
  const seats = Object.hasOwn(statutes.offices, seat.office) ? (statutes.offices[seat.office]?.seats ?? 0) : 0
  const category = seat.category === null ? undefined : categoryOf(statutes, seat.category)
  const label = category?.label ?? 'membre'
  const eligible = category?.mayHoldOffice === true
  const limit = lastTermDay(statutes, seat.from)
  const free = seat.held < seats
  return rulingFrom([
    {
      ok: eligible,
      reason: reason(
        rule,
        seat.category === null
          ? `Cette personne n’était pas membre le ${plainDate(seat.from)}.`
          : `Un ${label} ${eligible ? 'peut' : 'ne peut pas'} siéger au Bureau.`,
        { category: seat.category },
      ),
    },
    {
      ok: !seat.suspended,
      reason: reason(
        '6.4-c',
        seat.suspended ? 'Ce membre était suspendu ce jour-là.' : 'Le membre n’est pas suspendu.',
        {
          suspended: seat.suspended,
        },
      ),
    },
    {
      ok: free,
      reason: reason(
        '8.1-a',
        free
          ? 'Un siège est libre dans cette fonction.'
          : 'Les sièges de cette fonction sont tous pourvus : mettez d’abord fin au mandat en cours.',
        { seats, seatsHeld: seat.held },
      ),
    },
    {
      ok: seat.other === null,
      reason: reason(
        '8.1-a',
        seat.other === null
          ? 'Cette personne ne tient pas d’autre fonction.'
          : `Une personne tient une fonction à la fois : celle-ci tient déjà la ${seat.other}.`,
      ),
    },
    {
      ok: seat.from <= seat.today,
      reason: reason('8.1-a', `Le mandat commence le ${plainDate(seat.from)} : il se constate une fois commencé.`, {
        date: seat.from,
      }),
    },
    {
      ok: seat.termEnd > seat.from && seat.termEnd <= limit,
      reason: reason(
        '8.1-a',
        `Un mandat dure ${plainCount(statutes.termYears, 'an')} : commencé le ${plainDate(seat.from)}, il finit le ${plainDate(limit)} au plus tard.`,
        { date: seat.termEnd, deadline: limit },
      ),
    },
  ])
}
