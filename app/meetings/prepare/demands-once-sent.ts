import { lastSendingDay, noticeRule } from '~/statutes/notice'
import { reachSentence } from '~/statutes/notice-reach'
import { list, plural } from '~/ui/format'
import type { Judged } from './demand'

/** 13.2-a, 13.3-a, 8.3-a: each is told in time, by what left and not by what was asked for. */
export const delivery: Judged = ({ body, session, today, sentOn, reach }) => {
  if (sentOn === null || reach === null) return []
  const { counts, lastDay } = reach
  const left = counts.total - counts['in-time']
  return [
    {
      key: 'delivery',
      rule: noticeRule(body, session),
      title: left === 0 ? 'Convocation parvenue à temps à chacun' : 'Faire parvenir la convocation à chacun',
      state: left === 0 ? 'done' : today > lastDay ? 'late' : 'todo',
      grade: 'risky',
      day: lastDay,
      sentence: reachSentence(counts, lastDay),
      reasons: [],
    },
  ]
}

/** 13.2-a, 13.3-a, 8.3-a: what was not told in time is discussed, not voted; until the last sending day, a correction tells it. */
export const votable: Judged = ({ statutes, body, session, date, today, notVotable }) => {
  if (notVotable.length === 0) return []
  const day = lastSendingDay(statutes, body, session, date)
  const over = today > day
  const which = list(notVotable.map(({ number, title }) => `résolution ${number} (${title})`))
  return [
    {
      key: 'votable',
      rule: noticeRule(body, session),
      title: over
        ? `Trop tard pour voter ${plural(notVotable.length, 'résolution')}`
        : `Annoncer à temps ${plural(notVotable.length, 'résolution')} à voter`,
      state: over ? 'late' : 'todo',
      grade: 'blocking',
      day,
      sentence: over
        ? `À discuter sans vote : ${which}.`
        : `Sans correction envoyée d’ici là, à discuter sans vote : ${which}.`,
      reasons: notVotable.flatMap(({ reasons }) => reasons),
    },
  ]
}

/** What changed since the sending is told to those convened. */
export const correction: Judged = ({ body, session, untold }) =>
  untold.changes.length === 0
    ? []
    : [
        {
          key: 'correction',
          rule: noticeRule(body, session),
          title: 'Envoyer la correction de la convocation',
          state: 'todo',
          // what is taken off is not voted: nobody can be surprised
          grade: untold.onlyTakesOff ? 'formal' : 'blocking',
          day: null,
          sentence: `Les membres n’en savent rien encore. ${untold.changes.join(' ')}`,
          reasons: [],
        },
      ]
