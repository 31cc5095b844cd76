import { addDays, addMonths, type CivilDate } from './civil-date'
import { plainCount, plainDate } from './french'
import { reason, type Reason } from './ruling'
import { categoryOf, type BodyKey, type Category, type Statutes } from './schema'

/** What the rules must know of a member on the day of a meeting. In a Bureau meeting: of a member of the Bureau. */
export interface MemberFacts {
  id: string
  category: string
  admitted: CivilDate
  born?: CivilDate | null | undefined
  /** The day on which the dues of the meeting's year were settled; null or absent: unpaid. */
  duesPaidOn?: CivilDate | null | undefined
  suspended: boolean
  president?: boolean | undefined
}

export interface VotingRight {
  id: string
  category: string
  /** Voices carried at this meeting: 0 without the right to vote. */
  voices: number
  convened: boolean
  attends: boolean
  mayVote: boolean
  countsInQuorum: boolean
  /** Dues settled in time, or not owed. */
  duesOk: boolean
  president: boolean
  /** Why the member has no vote, or what the chair should know; empty where there is nothing to say. */
  reasons: Reason[]
}

/** Settled so many days before the meeting (0: on the day at the latest); a category that pays nothing is never behind. */
function duesSettled(statutes: Statutes, category: Category, member: MemberFacts, date: CivilDate): boolean {
  if (!category.paysDues) return true
  if (!member.duesPaidOn) return false
  // Where unpaid members vote, no delay before the meeting can matter.
  const delay = statutes.votingRight.unpaidDues === 'votes' ? 0 : statutes.votingRight.duesPaidBeforeDays
  return member.duesPaidOn <= addDays(date, -delay)
}

/** Months since admission; a member admitted after the meeting has none. */
function seniorityReached(statutes: Statutes, member: MemberFacts, date: CivilDate): boolean {
  const { months, strict } = statutes.votingRight.seniority
  const reached = months === 0 ? member.admitted : addMonths(member.admitted, months)
  return strict ? date > reached : date >= reached
}

function withoutRight(
  member: MemberFacts,
  category: Category | undefined,
  sentence: Reason,
  convened: boolean,
  duesOk: boolean,
): VotingRight {
  return {
    id: member.id,
    category: member.category,
    voices: 0,
    convened,
    attends: convened,
    mayVote: false,
    countsInQuorum: false,
    duesOk: duesOk || category?.paysDues === false,
    president: member.president === true,
    reasons: [sentence],
  }
}

/**
 * 13.1-a, 6-a, 6.3-a, 6.4-c: who is convened, attends, votes, with how many voices, and counts in the quorum, on that day.
 * A suspended member has no right at all while it lasts.
 */
function votingRight(statutes: Statutes, member: MemberFacts, date: CivilDate): VotingRight {
  const category = categoryOf(statutes, member.category)
  if (!category)
    return withoutRight(
      member,
      category,
      reason('6-a', `La catégorie « ${member.category} » n’existe pas.`),
      false,
      false,
    )
  const duesOk = duesSettled(statutes, category, member, date)
  if (member.suspended) {
    const sentence = 'Membre suspendu : aucun droit tant que dure la suspension.'
    return withoutRight(member, category, reason('6.4-c', sentence, { suspended: true }), false, duesOk)
  }
  if (!category.mayVote) {
    const sentence = `En qualité de ${category.label}, il assiste et prend la parole sans voter.`
    return withoutRight(
      member,
      category,
      reason(member.category === 'honorary' ? '6.3-a' : '6-a', sentence),
      true,
      duesOk,
    )
  }
  if (!seniorityReached(statutes, member, date))
    return withoutRight(member, category, tooRecent(statutes, member), member.admitted <= date, duesOk)
  const { unpaidDues } = statutes.votingRight
  if (!duesOk && unpaidDues !== 'votes')
    return withoutRight(member, category, unpaid(statutes, member), unpaidDues === 'attends', duesOk)
  return {
    id: member.id,
    category: member.category,
    voices: category.voices,
    convened: true,
    attends: true,
    mayVote: true,
    countsInQuorum: category.countsInQuorum,
    duesOk,
    president: member.president === true,
    reasons: duesOk
      ? []
      : [
          reason('6.4-b', 'Cotisation non réglée : il vote tant que sa radiation n’est pas prononcée.', {
            duesPaidOn: member.duesPaidOn ?? null,
          }),
        ],
  }
}

function tooRecent(statutes: Statutes, member: MemberFacts): Reason {
  const { months, strict } = statutes.votingRight.seniority
  const wanted =
    months === 0 ? 'avant ce jour' : `depuis ${strict ? 'plus de ' : 'au moins '}${plainCount(months, 'mois', 'mois')}`
  return reason('6-a', `Admis le ${plainDate(member.admitted)} : il faut l’être ${wanted} pour voter.`, {
    admitted: member.admitted,
    months,
  })
}

function unpaid(statutes: Statutes, member: MemberFacts): Reason {
  const days = statutes.votingRight.duesPaidBeforeDays
  const when = days === 0 ? 'au jour de la réunion' : `${plainCount(days, 'jour')} avant la réunion`
  return reason('6-a', `Cotisation non réglée ${when} : pas de vote.`, { duesPaidOn: member.duesPaidOn ?? null, days })
}

/** The rights of every member on the day of a meeting, in the order given. For a Bureau meeting, give the Bureau alone. */
export function votingRights(
  statutes: Statutes,
  members: readonly MemberFacts[],
  meeting: { body: BodyKey; date: CivilDate },
): VotingRight[] {
  return members.map((member) => votingRight(statutes, member, meeting.date))
}

const indexes = new WeakMap<readonly VotingRight[], ReadonlyMap<string, VotingRight>>()

/** The same rights by member id. */
export function rightsById(rights: readonly VotingRight[]): ReadonlyMap<string, VotingRight> {
  const known = indexes.get(rights)
  if (known) return known
  const index = new Map(rights.map((right) => [right.id, right]))
  indexes.set(rights, index)
  return index
}

/** Those with the right to vote: heads and voices. */
export function electorate(rights: readonly VotingRight[]): { members: number; voices: number } {
  const voters = rights.filter((right) => right.mayVote)
  return { members: voters.length, voices: voters.reduce((sum, right) => sum + right.voices, 0) }
}
