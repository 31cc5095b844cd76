import fc from 'fast-check'
import { expect, test } from 'vitest'
import { modelStatutes } from '~/statutes/model'
import { votesByHead, weightWords } from '~/statutes/vote-weight'

test('8.3-a the Bureau of the model counts heads; its assemblies count voices', () => {
  expect(votesByHead(modelStatutes, 'bureau')).toBe(true)
  expect(votesByHead(modelStatutes, 'ago')).toBe(false)
  expect(votesByHead(modelStatutes, 'age')).toBe(false)
})

test('a vote is said in voices exactly where a majority of its body looks at voices', () => {
  const unit = fc.constantFrom('voices' as const, 'members' as const)
  const body = fc.constantFrom('bureau' as const, 'ago' as const, 'age' as const)
  fc.assert(
    fc.property(body, unit, unit, fc.nat(40), fc.nat(90), (key, first, second, members, voices) => {
      const [base] = modelStatutes.bodies.ago.majority
      if (!base) throw new Error('the model has a majority')
      const majority = [
        { ...base, unit: first },
        { ...base, unit: second },
      ]
      const bodies = { ...modelStatutes.bodies, [key]: { ...modelStatutes.bodies[key], majority, secondSession: null } }
      const byHead = votesByHead({ ...modelStatutes, bodies }, key)
      expect(byHead).toBe(first === 'members' && second === 'members')
      expect(weightWords(byHead, { members, voices }).includes('voix')).toBe(!byHead)
    }),
  )
})

test('one founder of three voices weighs one vote at the Bureau', () => {
  expect(weightWords(true, { members: 1, voices: 3 })).toBe('1\u00a0vote')
  expect(weightWords(true, { members: 2, voices: 6 })).toBe('2\u00a0votes')
  expect(weightWords(false, { members: 1, voices: 3 })).toBe('3\u00a0voix')
})
