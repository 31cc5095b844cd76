import { plainCount } from './french'
import { lawful, reason, unlawful, type Ruling } from './ruling'
import type { CivilDate } from './civil-date'
import type { Statutes } from './schema'

/** 8.3-a: has the Bureau met often enough in this civil year? `dates`: its meetings held. Its notice is in `judgeNotice`. */
export function judgeBureauMeetings(statutes: Statutes, year: number, dates: readonly CivilDate[]): Ruling {
  const required = statutes.bodies.bureau.perYear
  const held = dates.filter((date) => date.startsWith(`${year}-`)).length
  const sentence = `Le Bureau s’est réuni ${held} fois en ${year} ; il se réunit au moins ${plainCount(required, 'fois', 'fois')} par an.`
  const said = reason('8.3-a', sentence, { counted: held, required, missing: Math.max(0, required - held) })
  return held >= required ? lawful(said) : unlawful(said)
}

/** 8.3-b: the Bureau must meet to prepare the convocation of the annual assembly, before it is sent. */
export function judgePreparation(lastBureauMeeting: CivilDate | null, convocationOn: CivilDate): Ruling {
  const prepared = lastBureauMeeting !== null && lastBureauMeeting <= convocationOn
  const sentence = prepared
    ? 'Le Bureau s’est réuni pour préparer la convocation de l’assemblée annuelle.'
    : 'Le Bureau doit se réunir pour préparer la convocation de l’assemblée annuelle.'
  const said = reason('8.3-b', sentence, { date: lastBureauMeeting, sentOn: convocationOn })
  return prepared ? lawful(said) : unlawful(said)
}
