import { PARTS } from '~/statutes/attendance'
import { counted, typeset } from '~/statutes/french'
import type { AnyBody, MinutesBody } from './body'
import { partsWords } from './facts/quorum-words'

/** « Procès-verbal n° 12 », « Projet de procès-verbal de carence », « Rectification n° 14 du procès-verbal n° 12 ». */
export function minutesTitle(body: AnyBody, number: number | null): string {
  const numbered = number === null ? '' : ` n° ${number}`
  if (body.kind === 'CORRECTION') return `Rectification${numbered} du procès-verbal n° ${body.corrects.number}`
  const name = body.kind === 'DEFAULT' ? 'rocès-verbal de carence' : 'rocès-verbal'
  return number === null ? `Projet de p${name}` : `P${name}${numbered}`
}

/** « Membres ayant droit de vote : 26, portant 34 voix. Au cours de la séance : 9 présents, 1 représenté et 16 absents. » */
export function attendanceSentence({ attendees, electorate }: Pick<MinutesBody, 'attendees' | 'electorate'>): string {
  const voters = attendees.filter(({ mayVote }) => mayVote)
  const count = (status: MinutesBody['attendees'][number]['status']) =>
    voters.filter((attendee) => attendee.status === status).length
  const took = partsWords(Object.fromEntries(PARTS.map((part) => [part, count(part)])))
  const absent = count('absent')
  const away = absent > 0 ? [`${counted(absent, 'absent', 'absents')}`] : []
  const { members, voices } = electorate
  const right = `Membres ayant droit de vote : ${members}, portant ${voices} voix`
  return typeset(`${right}. Au cours de la séance : ${[took, ...away].filter(Boolean).join(' ; ')}.`)
}
