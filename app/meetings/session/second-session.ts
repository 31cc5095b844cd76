import type { Meeting } from '~/generated/prisma/client'
import { addDays } from '~/statutes/civil-date'
import { secondSessionRange, type SecondSessionRange } from '~/statutes/notice'
import { reason, type Reason } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import { frenchDate } from '~/ui/format'
import { isoDate } from '~/platform/dates'

export type SecondSessionOffer = { possible: true; range: SecondSessionRange } | { possible: false; reason: Reason }

/**
 * Whether a second session may still follow this failed one when its convocation leaves `today`, and within which days
 * (13.2-e, 4.26). Silence of the statutes, a second session that failed, or too late a day: a new first session.
 */
export function secondSessionOffer(
  statutes: Statutes,
  failed: Pick<Meeting, 'body' | 'session' | 'date'>,
  today: string,
): SecondSessionOffer {
  const failedOn = isoDate(failed.date)
  const range = failed.session === 1 ? secondSessionRange(statutes, failed.body, failedOn, today) : null
  if (!range) return { possible: false, reason: none(failed) }
  if (range.latest === null || range.earliest <= range.latest) return { possible: true, range }
  const sentence = `La seconde session se tient au plus tard le ${frenchDate(range.latest)} ; convoquée aujourd’hui, elle ne peut se tenir qu’à partir du ${frenchDate(range.earliest)}. Il faut convoquer une nouvelle première session.`
  return {
    possible: false,
    reason: reason('13.2-e', sentence, {
      failedOn,
      lastDay: range.latest,
      lastSendingDay: range.lastSendingDayForLatest,
    }),
  }
}

/** The day to begin with: two weeks or one after the failed session, the same day of the week; else the last lawful day. */
export function suggestedDay({ earliest, latest }: SecondSessionRange, failedOn: string): string {
  const lawful = (day: string) => day >= earliest && (latest === null || day <= latest)
  return [14, 7].map((days) => addDays(failedOn, days)).find(lawful) ?? latest ?? earliest
}

function none({ body, session }: Pick<Meeting, 'body' | 'session'>): Reason {
  if (session === 2)
    return reason('13.2-e', 'Les statuts ne prévoient pas de troisième session : une nouvelle assemblée est convoquée.')
  const rule = body === 'age' ? '13.3-b' : body === 'bureau' ? '8.3-a' : '13.2-e'
  const who =
    body === 'age' ? 'l’assemblée générale extraordinaire' : body === 'bureau' ? 'le Bureau' : 'cette assemblée'
  return reason(
    rule,
    `Les statuts ne prévoient pas de seconde session pour ${who} : il faut convoquer à nouveau, et le même quorum sera exigé.`,
  )
}
