import { PARTS } from '~/statutes/attendance'
import { plainCount, list, typeset } from '~/statutes/french'
import type { AnyBody, MinutesBody, MinutesCounts } from './body'
import { partsWords } from './facts/quorum-words'

/** « Procès-verbal n° 12 », « Projet de procès-verbal de carence », « Rectification n° 14 du procès-verbal n° 12 ». */
export function minutesTitle(body: AnyBody, number: number | null): string {
  const numbered = number === null ? '' : ` n° ${number}`
  if (body.kind === 'CORRECTION') return `Rectification${numbered} du procès-verbal n° ${body.corrects.number}`
  const name = body.kind === 'DEFAULT' ? 'rocès-verbal de carence' : 'rocès-verbal'
  return number === null ? `Projet de p${name}` : `P${name}${numbered}`
}

/** « 26, portant 34 voix »; « 5 » where each counts for one. */
export const carrying = ({ members, voices, byHead }: MinutesBody['electorate']): string =>
  byHead ? String(members) : `${members}, portant ${voices} voix`

/** « Membres ayant droit de vote : 26, portant 34 voix. Au cours de la séance : 9 présents, 1 représenté et 16 absents. » */
export function attendanceSentence({ attendees, electorate }: Pick<MinutesBody, 'attendees' | 'electorate'>): string {
  const voters = attendees.filter(({ mayVote }) => mayVote)
  const count = (status: MinutesBody['attendees'][number]['status']) =>
    voters.filter((attendee) => attendee.status === status).length
  const took = partsWords(Object.fromEntries(PARTS.map((part) => [part, count(part)])))
  const absent = count('absent')
  const away = absent > 0 ? [`${plainCount(absent, 'absent', 'absents')}`] : []
  const right = `Membres ayant droit de vote : ${carrying(electorate)}`
  return typeset(`${right}. Au cours de la séance : ${[took, ...away].filter(Boolean).join(' ; ')}.`)
}

/** « Pour 8 voix, contre 1, abstentions 0, blancs 0. » : in the unit that decided. */
export function countsSentence(counts: MinutesCounts): string {
  const byHead = counts.unit === 'members' && counts.heads !== null
  const { for: pro, against, abstained, blank } = (byHead && counts.heads) || counts
  const said = byHead ? plainCount(pro, 'membre') : `${pro} voix`
  return typeset(`Pour ${said}, contre ${against}, abstentions ${abstained}, blancs ${blank}.`)
}

/** « Entrés par reprise, sous deux signatures : les droits de 2 membres portant 6 voix, et 1 fonction. » Null: nothing did. */
export function repriseSentence({
  reprises = [],
  electorate,
}: Pick<MinutesBody, 'reprises' | 'electorate'>): string | null {
  const rights = new Map(reprises.flatMap(({ kind, member, voices }) => (kind === 'right' ? [[member, voices]] : [])))
  const voices = [...rights.values()].reduce((sum, each) => sum + each, 0)
  const offices = reprises.filter(({ kind }) => kind === 'office').length
  const held = voices > 0 && !electorate.byHead ? ` portant ${voices} voix` : ''
  const parts = [
    ...(rights.size > 0 ? [`droits de ${plainCount(rights.size, 'membre')}${held}`] : []),
    ...(offices > 0 ? [plainCount(offices, 'fonction ou représentation', 'fonctions ou représentations')] : []),
  ]
  if (parts.length === 0) return null
  return typeset(
    `Entrés par reprise, sous la signature de deux membres du Bureau, et utiles à cette réunion : ${list(parts)}. Chacun est nommé avec sa reprise en annexe 3.`,
  )
}
