import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedOf, rollOf, type RollQuestion } from '~/statutes/attendance'
import { judgeQuorum } from '~/statutes/quorum'
import { modelStatutes } from '~/statutes/model'
import type { VotingRight } from '~/statutes/voting-rights'

const ids = Array.from({ length: 12 }, (_, index) => `m${index}`)
const right = (id: string, index: number): VotingRight => ({
  id,
  category: index < 3 ? 'founder' : index < 10 ? 'active' : 'honorary',
  voices: index < 3 ? 3 : index < 10 ? 1 : 0,
  convened: true,
  attends: true,
  mayVote: index < 10,
  countsInQuorum: index < 10,
  duesOk: true,
  president: index === 0,
  reasons: [],
})
const rights = ids.map(right)
const one = fc.constantFrom(...ids)
const session: fc.Arbitrary<RollQuestion> = fc.record({
  present: fc.uniqueArray(fc.record({ id: one, video: fc.boolean() }), { selector: ({ id }) => id }),
  represented: fc.uniqueArray(fc.record({ from: one, to: one }), { selector: ({ from }) => from }),
  online: fc.uniqueArray(one),
  afarCounts: fc.boolean(),
})

describe('13.2-c, 13.3-b one list for quorum, figures and attendance', () => {
  it('never counts anybody twice, and its parts add up to what the quorum counts', () => {
    fc.assert(
      fc.property(session, fc.constantFrom('ago' as const, 'age' as const), (question, body) => {
        const roll = rollOf(question)
        const quorum = judgeQuorum(modelStatutes, body, 1, rights, countedOf(roll))
        const counted = rights.filter(({ id, countsInQuorum }) => countsInQuorum && roll.get(id)?.counts)
        const sum = Object.values(quorum.parts).reduce((total, part) => total + part, 0)
        expect([sum, quorum.counted]).toEqual([counted.length, counted.length])
        for (const [part, count] of Object.entries(quorum.parts))
          expect(counted.filter(({ id }) => roll.get(id)?.part === part)).toHaveLength(count)
      }),
    )
  })

  it('counts who is there as there, whatever he did before; nobody is represented by who is not there', () => {
    fc.assert(
      fc.property(session, (question) => {
        const roll = rollOf(question)
        const here = new Set(question.present.map(({ id }) => id))
        for (const [id, { part }] of roll) {
          if (here.has(id)) expect(['present', 'video']).toContain(part)
          if (part === 'represented')
            expect(question.represented.some(({ from, to }) => from === id && here.has(to))).toBe(true)
          if (part === 'online') expect(question.online).toContain(id)
        }
        for (const id of [...here, ...question.online]) expect(roll.has(id)).toBe(true)
      }),
    )
  })

  it.each([
    [true, 3],
    [false, 2],
  ])('who voted on line counts only where the article says so: %s', (afarCounts, counted) => {
    const question = { present: [{ id: 'm0', video: false }], represented: [{ from: 'm1', to: 'm0' }], online: ['m4'] }
    const quorum = judgeQuorum(modelStatutes, 'ago', 1, rights, countedOf(rollOf({ ...question, afarCounts })))
    expect(quorum.counted).toBe(counted)
    expect(quorum.parts).toEqual({ present: 1, video: 0, represented: 1, online: counted - 2 })
  })

  it('who is represented by a holder on video counts as his holder does; his own vote on line may still count', () => {
    const question = { present: [{ id: 'm0', video: true }], represented: [{ from: 'm1', to: 'm0' }], online: ['m1'] }
    expect(rollOf({ ...question, afarCounts: true }).get('m1')).toEqual({ part: 'represented', counts: true })
    expect(rollOf({ ...question, afarCounts: false }).get('m1')).toEqual({ part: 'represented', counts: false })
  })
})
