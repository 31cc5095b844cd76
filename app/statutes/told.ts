import type { CivilDate } from './civil-date'
import { plainDate } from './french'
import { lastSendingDay, noticeRule, noticeWords } from './notice'
import type { Session } from './quorum'
import { reason, rulingFrom, type Ruling } from './ruling'
import type { BodyKey, Statutes } from './schema'

export interface ToldQuestion {
  statutes: Statutes
  body: BodyKey
  session: Session
  /** Day of the meeting. */
  date: CivilDate
  /** Day from which those convened have known this text word for word, for a meeting on that day; null: they do not. */
  toldOn: CivilDate | null
  /** Second session: whether the first one was told this text in time (same agenda); null: a first session. */
  toldForFirst: boolean | null
}

/**
 * 13.2-a, 13.3-a, 8.3-a: only a text that those convened were told within the notice is put to the vote (reading 4.42 of the
 * law); what is known later is discussed, not voted. 13.2-e: a second session votes what its first session could have voted.
 */
export function judgeTold(question: ToldQuestion): Ruling {
  const { statutes, body, session, date, toldOn, toldForFirst } = question
  const rule = noticeRule(body, session)
  const last = lastSendingDay(statutes, body, session, date)
  const limit = `préavis de ${noticeWords(statutes, body, session)}, dernier jour d’envoi le ${plainDate(last)}`
  const figures = { toldOn, date, lastSendingDay: last }
  const said =
    toldOn === null
      ? `Aucun envoi n’a fait connaître ce texte, tel qu’il est écrit, à ceux qui sont convoqués : ${limit}. Il peut être discuté, non voté.`
      : toldOn <= last
        ? `Texte annoncé par l’envoi décidé le ${plainDate(toldOn)}, à temps : ${limit}.`
        : `Texte annoncé par l’envoi décidé le ${plainDate(toldOn)}, trop tard : ${limit}. Il peut être discuté, non voté.`
  const findings = [{ ok: toldOn !== null && toldOn <= last, reason: reason(rule, said, figures) }]
  if (toldForFirst !== null) {
    const same = toldForFirst
      ? 'La seconde session délibère sur l’ordre du jour de la première, où ce texte était annoncé à temps.'
      : 'La seconde session délibère sur l’ordre du jour de la première : ce texte n’y était pas annoncé à temps.'
    findings.push({ ok: toldForFirst, reason: reason('13.2-e', same, { toldForFirst }) })
  }
  return rulingFrom(findings)
}
