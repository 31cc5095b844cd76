import { describe, expect, it } from 'vitest'
import { judgeResolution } from '~/statutes/majority'
import { modelStatutes } from '~/statutes/model'
import { tallyTotals, tallyVotes, type Totals } from '~/statutes/tally'
import { votingRights } from '~/statutes/voting-rights'
import { ask, everyone, ids, member, resolution, statutesWith } from './build'

const members = everyone.map((id) => member(id))
const rights = votingRights(modelStatutes, members, { body: 'ago', date: '2027-06-01' })
const attendance = { present: new Set(['F1', 'F2', ...ids('A', 8)]), represented: new Set(['F3']) }

function totals(votes: [voices: number, members: number][]): Totals {
  const pick = (unit: 0 | 1) => ({
    for: votes[0]?.[unit] ?? 0,
    against: votes[1]?.[unit] ?? 0,
    abstained: votes[2]?.[unit] ?? 0,
    blank: votes[3]?.[unit] ?? 0,
  })
  return { voices: pick(0), members: pick(1) }
}

describe('a vote known by its totals alone', () => {
  it('takes who was there from the attendance', () => {
    const tally = tallyTotals(
      rights,
      attendance,
      totals([
        [9, 3],
        [8, 8],
      ]),
    )
    expect(tally).toMatchObject({
      voices: { for: 9, against: 8, present: 17, all: 32 },
      members: { present: 11, all: 24 },
    })
  })
  it('gives the same ruling as the votes by name', () => {
    const votes = { for: ['F1', 'F2', 'F3'], against: ids('A', 8), abstained: [], blank: [] }
    const named = tallyVotes(rights, attendance, votes).tally
    const counted = tallyTotals(
      rights,
      attendance,
      totals([
        [9, 3],
        [8, 8],
      ]),
    )
    const judge = (tally: typeof named) =>
      judgeResolution(modelStatutes, 'ago', 1, { tally, secret: true, presidentVote: null, firstQuorumMet: true })
    expect(judge(counted)).toEqual(judge(named))
    expect(judge(counted)).toMatchObject({ adopted: true, required: 9, rule: '13.2-d' })
  })
  it('13.2-d a secret tie is rejected, and what the casting vote would have done stays unknown', () => {
    const tally = tallyTotals(
      rights,
      attendance,
      totals([
        [8, 8],
        [8, 4],
      ]),
    )
    const ruling = judgeResolution(modelStatutes, 'ago', 1, {
      tally,
      secret: true,
      presidentVote: null,
      voteHidden: true,
      firstQuorumMet: true,
    })
    expect(ruling).toMatchObject({
      adopted: false,
      casting: null,
      sensitive: [{ path: 'bodies.ago.castingVote', outcome: 'unknown' }],
    })
  })
  it('counts by category where a requirement looks at some of them', () => {
    const statutes = statutesWith(
      (one) =>
        (one.bodies.ago.majority = [
          { share: 'for', of: 'cast', unit: 'members', moreThan: '1/2', among: ['founder'] },
        ]),
    )
    const judge = (founders: Totals) => {
      const tally = tallyTotals(
        rights,
        attendance,
        totals([
          [9, 3],
          [8, 8],
        ]),
        new Map([['founder', founders]]),
      )
      return judgeResolution(statutes, 'ago', 1, { tally, secret: true, presidentVote: null, firstQuorumMet: true })
        .adopted
    }
    expect([
      judge(
        totals([
          [6, 2],
          [3, 1],
        ]),
      ),
      judge(
        totals([
          [3, 1],
          [6, 2],
        ]),
      ),
    ]).toEqual([true, false])
  })
})

describe('a large association', () => {
  it('2,000 members and 10 resolutions are judged at once', () => {
    const many = ids('A', 2_000)
    const question = {
      members: many.map((id) => member(id)),
      present: many.slice(0, 1_900),
      items: Array.from({ length: 10 }, (_, index) =>
        resolution({ for: many.slice(0, 900), against: many.slice(900, 1_800) }, { id: `R${index}` }),
      ),
    }
    const before = process.cpuUsage()
    for (let run = 0; run < 5; run += 1) expect(ask(question).items).toHaveLength(10)
    const { user } = process.cpuUsage(before)
    // Aim: under 20 ms each; the bound leaves room for a busy machine.
    expect(user / 1_000 / 5).toBeLessThan(200)
  })
})
