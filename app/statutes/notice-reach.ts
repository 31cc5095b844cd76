import type { CivilDate } from './civil-date'
import { plainCount, plainDate, list, typeset } from './french'
import { noticeRule } from './notice'
import { judgeQuorum, type Session } from './quorum'
import { reason, type Reason } from './ruling'
import type { BodyKey, Statutes } from './schema'
import type { VotingRight } from './voting-rights'

/** What is known of one convocation: what a server accepted, what was posted, what is still to leave, what was answered and nobody has read. Never what was asked for. */
export type NoticeFact =
  | { state: 'accepted' | 'posted'; on: CivilDate }
  | { state: 'waiting' | 'to-post' | 'refused' | 'unanswered' | 'returned' | 'unread' | 'no-address' }

export type ReachState = 'in-time' | 'late' | Exclude<NoticeFact['state'], 'accepted' | 'posted'>

/** Whether one member was told of the meeting, and since when. */
export type Reach = { state: ReachState; on: CivilDate | null }

/** What is known of the convocations of one member, in their order; `joined` after the others were convened: no notice runs for him. */
export type NoticesOfMember = { facts: readonly NoticeFact[]; joined: boolean }

/**
 * 13.2-a, 13.3-a, 8.3-a: the notice runs from what left, person by person: a mail accepted by a server or a letter posted, on
 * `lastDay` at the latest. The earliest counts; where nothing left, what is known of the latest try.
 */
export function reachOf({ facts, joined }: NoticesOfMember, lastDay: CivilDate): Reach {
  const left = facts.flatMap((fact) => ('on' in fact ? [fact.on] : [])).sort()
  const [on] = left
  if (on !== undefined) return { state: joined || on <= lastDay ? 'in-time' : 'late', on }
  const last = facts.at(-1)
  return { state: last && !('on' in last) ? last.state : 'waiting', on: null }
}

export type ReachCounts = Record<ReachState, number> & { total: number }

export function countReach(people: readonly { reach: Reach }[]): ReachCounts {
  const counts: ReachCounts = {
    total: people.length,
    'in-time': 0,
    late: 0,
    waiting: 0,
    'to-post': 0,
    refused: 0,
    unanswered: 0,
    returned: 0,
    unread: 0,
    'no-address': 0,
  }
  for (const { reach } of people) counts[reach.state] += 1
  return counts
}

const UNTOLD = {
  late: (count) => `${plainCount(count, 'l’a été', 'l’ont été')} trop tard`,
  waiting: (count) => `${plainCount(count, 'courriel n’est pas encore parti', 'courriels ne sont pas encore partis')}`,
  'to-post': (count) => `${plainCount(count, 'lettre n’est pas notée postée', 'lettres ne sont pas notées postées')}`,
  refused: (count) => `${plainCount(count, 'courriel a été refusé', 'courriels ont été refusés')}`,
  unanswered: (count) =>
    `${plainCount(count, 'courriel est resté sans réponse du serveur', 'courriels sont restés sans réponse du serveur')}`,
  returned: (count) => `${plainCount(count, 'courriel est revenu', 'courriels sont revenus')}`,
  unread: (count) =>
    `${plainCount(count, 'courriel a reçu une réponse que personne n’a lue', 'courriels ont reçu une réponse que personne n’a lue')}`,
  'no-address': (count) => `${plainCount(count, 'membre n’a', 'membres n’ont')} aucune adresse où écrire`,
} as const satisfies Record<Exclude<ReachState, 'in-time'>, (count: number) => string>

/** « Prévenus à temps, le 27 mai 2027 au plus tard : 20 membres sur 26 ; 2 courriels sont revenus. » Only what is known. */
export function reachSentence(counts: ReachCounts, lastDay: CivilDate): string {
  const told = counts['in-time']
  const share = `${told === 0 ? 'aucun membre' : plainCount(told, 'membre')} sur ${counts.total}`
  const rest = (Object.keys(UNTOLD) as (keyof typeof UNTOLD)[])
    .filter((state) => counts[state] > 0)
    .map((state) => UNTOLD[state](counts[state]))
  const untold = rest.length > 0 ? ` ; ${list(rest)}` : ''
  return typeset(`Prévenus à temps, le ${plainDate(lastDay)} au plus tard : ${share}${untold}.`)
}

/** What the state of the convocations asks of whoever opens the session. */
export type OpeningDemand =
  | { demand: 'nothing' }
  /** the chair may go on, and says so: who, when, which share and why are kept */
  | { demand: 'acknowledgement'; reason: Reason }
  | { demand: 'new-convocation'; reason: Reason }

export type OpeningQuestion = {
  statutes: Statutes
  body: BodyKey
  session: Session
  rights: readonly VotingRight[]
  people: readonly { id: string; reach: Reach }[]
  lastDay: CivilDate
  /** an extraordinary assembly, or one that votes on a member's place (6.4): its decisions are the first to be attacked */
  grave: boolean
}

/**
 * May a session open with people who were not told in time? One member not convened puts the decisions at risk (Cass. 1re civ.,
 * 20 mars 2019, n° 18-11.652: if it bore on the vote), which the chair may take, on record. A grave matter is refused when those
 * told in time would not by themselves make the quorum: it would be met by people convened against the statutes. The Bureau,
 * convened « by any means » (8.3-a), is never refused.
 */
export function judgeOpening(question: OpeningQuestion): OpeningDemand {
  const { statutes, body, session, rights, people, lastDay, grave } = question
  const counts = countReach(people)
  if (counts['in-time'] === counts.total) return { demand: 'nothing' }
  const told = new Set(people.filter(({ reach }) => reach.state === 'in-time').map(({ id }) => id))
  const quorum = judgeQuorum(statutes, body, session, rights, { present: told, represented: new Set() })
  const figures = { convened: counts.total, toldInTime: told.size, lastSendingDay: lastDay }
  const sentence = reachSentence(counts, lastDay)
  if (body === 'bureau' || !grave || (quorum.met && told.size > 0))
    return { demand: 'acknowledgement', reason: reason(noticeRule(body, session), sentence, figures) }
  const refused = `${sentence} Les membres prévenus à temps ne feraient pas le quorum à eux seuls : une décision aussi grave ne se prend pas ainsi. Faites partir les convocations et choisissez une autre date.`
  return {
    demand: 'new-convocation',
    reason: reason(noticeRule(body, session), refused, {
      ...figures,
      counted: quorum.counted,
      required: quorum.required,
    }),
  }
}
