import { addDays, daysBetween, later, type CivilDate } from './civil-date'
import { firstLawfulDay } from './contradictions'
import { plainCount, plainDate } from './french'
import { incomplete, reason, rulingFrom, unlawful, type RuleId, type Ruling } from './ruling'
import type { BodyKey, Notice, SecondSession, Statutes } from './schema'
import type { Session } from './quorum'

export function noticeRule(body: BodyKey, session: Session): RuleId {
  if (body === 'bureau') return '8.3-a'
  if (body === 'age') return '13.3-a'
  return session === 2 ? '13.2-e' : '13.2-a'
}

function secondSessionOf(statutes: Statutes, body: BodyKey, session: Session): SecondSession | null {
  return session === 2 ? statutes.bodies[body].secondSession : null
}

function noticeOf(statutes: Statutes, body: BodyKey, session: Session): Notice {
  return secondSessionOf(statutes, body, session)?.notice ?? statutes.bodies[body].notice
}

/** Last day on which the convocation may leave. Clear days: neither the sending day nor the meeting day counts. */
export function lastSendingDay(statutes: Statutes, body: BodyKey, session: Session, date: CivilDate): CivilDate {
  return addDays(date, -firstLawfulDay(noticeOf(statutes, body, session)))
}

export interface NoticeQuestion {
  statutes: Statutes
  body: BodyKey
  session: Session
  date: CivilDate
  sentOn: CivilDate | null
  failedOn?: CivilDate | null | undefined
}

/** « 15 jours francs » */
export function noticeWords(statutes: Statutes, body: BodyKey, session: Session): string {
  const notice = noticeOf(statutes, body, session)
  return `${plainCount(notice.days, 'jour')}${notice.clear ? ` ${notice.days < 2 ? 'franc' : 'francs'}` : ''}`
}

function judgeWindow(rule: RuleId, second: SecondSession, date: CivilDate, failedOn: CivilDate) {
  const day = daysBetween(failedOn, date)
  const figures = { failedOn, date, days: day }
  const earliest = Math.max(0, second.notBeforeDays ?? 0)
  const findings = [
    {
      ok: day >= earliest,
      reason: reason(
        rule,
        `La seconde session se tient au plus tôt le ${plainDate(addDays(failedOn, earliest))}.`,
        figures,
      ),
    },
  ]
  if (second.withinDays === null) return findings
  const latest = addDays(failedOn, second.withinDays)
  const said = `La seconde session se tient dans les ${plainCount(second.withinDays, 'jour')} de la première : au plus tard le ${plainDate(latest)}.`
  return [
    ...findings,
    { ok: date <= latest, reason: reason(rule, said, { ...figures, withinDays: second.withinDays, lastDay: latest }) },
  ]
}

/**
 * 13.2-a, 13.3-a, 8.3-a, 13.2-e: is this day in time for a sending, and the second session within its days? It judges a day: whether
 * anything left on it is told by `notice-reach`.
 */
export function judgeNotice(question: NoticeQuestion): { ruling: Ruling; lastSendingDay: CivilDate } {
  const { statutes, body, session, date, sentOn, failedOn } = question
  const rule = noticeRule(body, session)
  const last = lastSendingDay(statutes, body, session, date)
  const second = secondSessionOf(statutes, body, session)
  if (session === 2 && !second) {
    return {
      ruling: unlawful(
        reason(rule, 'Les statuts ne prévoient pas de seconde session : une nouvelle assemblée est convoquée.'),
      ),
      lastSendingDay: last,
    }
  }
  const notice = noticeOf(statutes, body, session)
  const figures = { sentOn, date, lastSendingDay: last, noticeDays: notice.days }
  const limit = `préavis de ${noticeWords(statutes, body, session)}, dernier jour d’envoi le ${plainDate(last)}`
  const missing = [
    ...(sentOn === null ? ['la date d’envoi de la convocation'] : []),
    ...(second && !failedOn ? ['la date de la première session'] : []),
  ]
  if (sentOn === null || missing.length > 0) {
    return {
      ruling: incomplete(missing, reason(rule, `Convocation à envoyer : ${limit}.`, figures)),
      lastSendingDay: last,
    }
  }
  const inTime = sentOn <= last
  const said = `Un envoi le ${plainDate(sentOn)} ${inTime ? 'respecte le délai' : 'est hors délai'} : ${limit}.`
  const findings = [{ ok: inTime, reason: reason(rule, said, figures) }]
  if (second && failedOn) findings.push(...judgeWindow(rule, second, date, failedOn))
  return { ruling: rulingFrom(findings), lastSendingDay: last }
}

export interface SecondSessionRange {
  earliest: CivilDate
  /** null: the statutes set no limit. */
  latest: CivilDate | null
  /** Last sending day of a session held on `latest`. */
  lastSendingDayForLatest: CivilDate | null
}

/** 13.2-e: when a second session may lawfully be held, its convocation leaving on `sentOnEarliest` at the soonest; null: none. */
export function secondSessionRange(
  statutes: Statutes,
  body: BodyKey,
  failedOn: CivilDate,
  sentOnEarliest: CivilDate = failedOn,
): SecondSessionRange | null {
  const second = statutes.bodies[body].secondSession
  if (!second) return null
  const earliest = later(
    addDays(failedOn, second.notBeforeDays ?? 0),
    addDays(sentOnEarliest, firstLawfulDay(second.notice)),
  )
  if (second.withinDays === null) return { earliest, latest: null, lastSendingDayForLatest: null }
  const latest = addDays(failedOn, second.withinDays)
  return { earliest, latest, lastSendingDayForLatest: lastSendingDay(statutes, body, 2, latest) }
}
