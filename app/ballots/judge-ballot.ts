import { countedAttendance } from '~/meetings/session/quorum.server'
import { tallyTotals, type Tally } from '~/statutes/tally'
import { addTotals, noTotals } from './choices'
import { asksBureauUnanimity, type CountedBallot, type Judged } from './counted-ballot'
import { judgeAdmissionVote } from './judge-admission-vote'
import { judgeMajorityVote } from './judge-majority-vote'
import { judgeUnanimousVote } from './judge-unanimous-vote'

/** 13.2-d, 13.3-c, 13.2-e, 6.1-c, 6.2-a: what the statutes make of a count. */
export function judgeBallot(ballot: CountedBallot): Judged {
  const tally = tallyOf(ballot)
  if (asksBureauUnanimity(ballot.facts.meeting, ballot.resolution)) return judgeAdmissionVote(ballot, tally)
  return ballot.resolution.kind === 'UNANIMITY' ? judgeUnanimousVote(ballot, tally) : judgeMajorityVote(ballot, tally)
}

/** The box and the typed count, added. A member who voted counts as present, even if he has left since. */
function tallyOf({ facts, resolution, count, manual }: CountedBallot): Tally {
  const counted = countedAttendance(facts, resolution.id)
  const attendance = {
    present: new Set([...counted.present, ...count.voters.map(({ memberId }) => memberId)]),
    represented: counted.represented,
  }
  // papers give one unit: the rules then look at no other
  const typed = (unit: 'voices' | 'members') => manual?.[unit] ?? manual?.[manual.unit] ?? noTotals()
  const totals = {
    voices: addTotals(count.totals.voices, typed('voices')),
    members: addTotals(count.totals.members, typed('members')),
  }
  return tallyTotals(facts.rights, attendance, totals, count.byCategory)
}
