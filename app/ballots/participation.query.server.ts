import { involvedInVote } from '~/discipline/cases/involved-in-vote.server'
import type { Db } from '~/platform/db.server'
import { castingVoter } from './casting-voter'
import { asksBureauUnanimity, requirementsOf } from './counted-ballot'
import { countedUnits } from './counted-units'
import { roomVoters } from './room-voters.server'
import { readQuorum } from './stored-quorum'
import { meetingFacts } from '~/meetings/session/facts.server'
import { votesByHead } from '~/statutes/vote-weight'
import { ballotBox } from './box/ballot-box.server'

export type Participant = {
  memberId: string
  label: string
  voices: number
  holder: string | null
  voted: boolean
  online: boolean
}

/** Who has voted in an open ballot, and who may still: never what. */
export async function participation(db: Db, resolutionId: string) {
  const resolution = await db.resolution.findUniqueOrThrow({
    where: { id: resolutionId },
    select: { id: true, meetingId: true, among: true, quorum: true, effect: true, mode: true },
  })
  const [voters, slips, facts] = await Promise.all([
    roomVoters(db, resolution),
    ballotBox.used(db, { resolutionId }),
    meetingFacts(db, resolution.meetingId),
  ])
  const labels = new Map(facts.rights.map(({ id, label }) => [id, label]))
  const cast = new Map(slips.map(({ memberId, online }) => [memberId, online]))
  const people = voters
    .map(({ memberId, voterId, voices }): Participant => ({
      memberId,
      label: labels.get(memberId) ?? '',
      voices,
      holder: voterId === memberId ? null : (labels.get(voterId) ?? ''),
      voted: cast.has(memberId),
      online: cast.get(memberId) ?? false,
    }))
    .sort((one, other) => one.label.localeCompare(other.label, 'fr', { numeric: true }))
  const requirements = requirementsOf(facts, readQuorum(resolution.quorum)?.basis !== 'second')
  const mayCast = facts.statutes.bodies[facts.meeting.body].castingVote !== 'none'
  const recused = castingVoter(facts, [], await involvedInVote(db, resolution))?.recused ?? false
  const voices = (some: readonly Participant[]) => some.reduce((sum, person) => sum + person.voices, 0)
  const voted = people.filter((person) => person.voted)
  return {
    people,
    byHead: votesByHead(facts.statutes, facts.meeting.body),
    voted: { members: voted.length, voices: voices(voted) },
    all: { members: people.length, voices: voices(people) },
    online: voted.filter(({ online }) => online).map(({ label }) => label),
    /** what a count in the room is typed in */
    countedIn:
      resolution.mode === 'HANDS' || resolution.mode === 'PAPER'
        ? countedUnits({
            mode: resolution.mode,
            room: people.filter((person) => !person.voted),
            decides: requirements[0]?.unit ?? 'voices',
            headsAlone: asksBureauUnanimity(facts.meeting, resolution),
          })
        : [],
    /** a tie would be decided by the President's own vote */
    casting: mayCast && !recused,
    /** it would not: the vote involves whoever has that voice */
    castingRecused: mayCast && recused,
  }
}
