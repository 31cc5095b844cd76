import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScenarioItem } from '~/statutes/scenario-schema'
import { ask, everyone, member, resolution, statutesWith, vote, type Ask } from './build'

type Choice = 'for' | 'against' | 'abstained' | 'blank' | 'absent'
type Ballot = Record<string, Choice>

const choice = fc.constantFrom<Choice>('for', 'against', 'abstained', 'blank', 'absent')
const ballot: fc.Arbitrary<Ballot> = fc.record(Object.fromEntries(everyone.map((id) => [id, choice])))
const body = fc.constantFrom('ago' as const, 'age' as const)

function named(votes: Ballot, wanted: Choice): string[] {
  return Object.keys(votes).filter((id) => votes[id] === wanted)
}

function item(votes: Ballot, more: { secret?: boolean } = {}): ScenarioItem {
  return resolution(
    {
      for: named(votes, 'for'),
      against: named(votes, 'against'),
      abstained: named(votes, 'abstained'),
      blank: named(votes, 'blank'),
    },
    more,
  )
}

/** No quorum, so that only the majority speaks. */
const freely: Ask = {
  statutes: statutesWith((one) => {
    one.bodies.ago.quorum = []
    one.bodies.age.quorum = []
  }),
}

describe('always', () => {
  it('the voices add up, and never pass those of the electorate', () => {
    fc.assert(
      fc.property(ballot, body, (votes, key) => {
        const answer = vote({ ...freely, meeting: { body: key } }, item(votes))
        expect(answer.cast).toBe(answer.for + answer.against)
        expect(answer.cast + answer.abstained + answer.blank).toBeLessThanOrEqual(answer.present)
        expect(answer.present).toBeLessThanOrEqual(32)
      }),
    )
  })
  it('without a casting vote a tie is never adopted', () => {
    fc.assert(
      fc.property(ballot, (votes) => {
        const answer = vote(freely, item(votes, { secret: true }))
        if (answer.for === answer.against) expect(answer).toMatchObject({ adopted: false, casting: null })
        else expect(answer.adopted).toBe(answer.for > answer.against)
      }),
    )
  })
  it('exactly two thirds is adopted, one voice less is not', () => {
    fc.assert(
      fc.property(ballot, (votes) => {
        const { adopted, for: yes, cast } = vote({ ...freely, meeting: { body: 'age' } }, item(votes))
        expect(adopted).toBe(cast > 0 && yes >= Math.ceil((2 * cast) / 3))
      }),
    )
  })
  it('a vote against that turns into a vote for never loses the resolution', () => {
    fc.assert(
      fc.property(ballot, fc.constantFrom(...everyone), body, (votes, id, key) => {
        const question: Ask = { ...freely, meeting: { body: key } }
        const before = vote(question, item({ ...votes, [id]: 'against' }))
        const after = vote(question, item({ ...votes, [id]: 'for' }))
        if (before.adopted) expect(after.adopted).toBe(true)
      }),
    )
  })
  it('one more member present never loses the quorum', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...everyone)),
        fc.constantFrom(...everyone),
        body,
        (present, id, key) => {
          const met = (who: string[]) => ask({ meeting: { body: key }, present: who }).quorum.met
          if (met(present)) expect(met([...new Set([...present, id])])).toBe(true)
        },
      ),
    )
  })
  it('the quorum is met exactly when the required number is reached', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...everyone)), body, (present, key) => {
        const { met, counted, required, base } = ask({ meeting: { body: key }, present }).quorum
        expect(met).toBe(counted >= required)
        expect(counted).toBeLessThanOrEqual(base)
      }),
    )
  })
  it('the order of members and of votes changes nothing', () => {
    const shuffled = fc.shuffledSubarray(everyone, { minLength: everyone.length })
    fc.assert(
      fc.property(ballot, shuffled, (votes, order) => {
        const other = Object.fromEntries(order.map((id) => [id, votes[id] ?? 'absent']))
        const straight = vote(freely, item(votes))
        const mixed = vote({ ...freely, members: order.map((id) => member(id)), present: order }, item(other))
        expect(mixed).toEqual(straight)
      }),
    )
  })
  it('a fraction and its double say the same', () => {
    const doubled = statutesWith((one) => {
      one.bodies.age.quorum = [{ of: 'members', atLeast: '2/4', represented: true }]
      one.bodies.age.majority = [{ share: 'for', of: 'cast', unit: 'voices', atLeast: '4/6' }]
    })
    fc.assert(
      fc.property(ballot, (votes) => {
        const meeting = { body: 'age' as const }
        const [one, two] = [vote({ meeting }, item(votes)), vote({ meeting, statutes: doubled }, item(votes))]
        expect([two.valid, two.adopted]).toEqual([one.valid, one.adopted])
      }),
    )
  })
})
