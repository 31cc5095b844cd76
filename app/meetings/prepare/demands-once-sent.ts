import { noticeRule } from '~/statutes/notice'
import { plural } from '~/ui/format'
import type { Judged } from './demand'

/** One member not convened puts the decisions at risk. */
export const delivery: Judged = ({ body, session, sentOn, undelivered }) =>
  sentOn === null
    ? []
    : [
        {
          key: 'delivery',
          rule: noticeRule(body, session),
          title: 'Faire parvenir la convocation à chacun',
          state: undelivered === 0 ? 'done' : 'todo',
          grade: 'risky',
          day: null,
          sentence:
            undelivered === 0
              ? 'Aucune convocation ne reste à traiter.'
              : `${plural(undelivered, 'convocation')} à poster ou à renvoyer.`,
          reasons: [],
        },
      ]

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
