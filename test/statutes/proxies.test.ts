import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelStatutes } from '~/statutes/model'
import { holderRoom, judgeProxies, lawfulHolders, mayHoldFor, type Proxy } from '~/statutes/proxies'
import { votingRights } from '~/statutes/voting-rights'
import { everyone, ids, member, statutesWith } from './build'

const meeting = { body: 'ago', date: '2027-06-01' } as const
const rights = votingRights(
  modelStatutes,
  [...everyone, 'H1'].map((id) => member(id)),
  meeting,
)
const pair = ([from, to]: [string, string]): Proxy => ({ from, to })
const accepted = (present: string[], given: [string, string][], statutes = modelStatutes) =>
  judgeProxies(statutes, 'ago', rights, present, given.map(pair)).map((one) => one.accepted)

describe('6.1-d proxies of founders', () => {
  it('two are held, a third is refused; refusal names the rule and the limit', () => {
    const rulings = judgeProxies(
      modelStatutes,
      'ago',
      rights,
      ['F1'],
      [pair(['F2', 'F1']), pair(['F3', 'F1']), pair(['F4', 'F1'])],
    )
    expect(rulings.map((one) => [one.accepted, one.rule])).toEqual([
      [true, '6.1-d'],
      [true, '6.1-d'],
      [false, '6.1-d'],
    ])
    expect(rulings[2]?.reason).toMatchObject({ figures: { held: 2, max: 2 } })
  })
  it('only from a founder, only to a founder', () => {
    expect(
      accepted(
        ['F1', 'A1'],
        [
          ['A2', 'F1'],
          ['F2', 'A1'],
        ],
      ),
    ).toEqual([false, false])
  })
})

describe('6.2-c proxies of actives', () => {
  it('one is held, a second is refused', () => {
    expect(
      accepted(
        ['A1'],
        [
          ['A2', 'A1'],
          ['A3', 'A1'],
        ],
      ),
    ).toEqual([true, false])
  })
  it('a second proxy of the same giver is refused', () => {
    expect(
      accepted(
        ['A1', 'A2'],
        [
          ['A3', 'A1'],
          ['A3', 'A2'],
        ],
      ),
    ).toEqual([true, false])
  })
  it('a refused proxy uses no limit and does not make the next one a second', () => {
    expect(
      accepted(
        ['A1', 'A2'],
        [
          ['F2', 'A1'],
          ['A3', 'A1'],
          ['A4', 'A1'],
          ['A4', 'A2'],
        ],
      ),
    ).toEqual([false, true, false, true])
  })
  it('no chain, nothing from someone present, to someone absent or to oneself', () => {
    expect(
      accepted(
        ['A1', 'A2'],
        [
          ['A3', 'A1'],
          ['A4', 'A3'],
          ['A2', 'A1'],
          ['A5', 'A6'],
          ['A7', 'A7'],
          ['A1', 'A1'],
        ],
      ),
    ).toEqual([true, false, false, false, false, false])
  })
  it('6.3-a an honorary member gives and holds none', () => {
    expect(
      accepted(
        ['A1', 'H1'],
        [
          ['H1', 'A1'],
          ['A2', 'H1'],
        ],
      ),
    ).toEqual([false, false])
    expect(accepted(['A1'], [['H1', 'A1']])).toEqual([false])
  })
})

describe('parameters of proxies', () => {
  it('no limit of number, and a limit of voices received', () => {
    const free = statutesWith((one) => (one.categories.active!.proxies.max = null))
    expect(
      accepted(
        ['A1'],
        [
          ['A2', 'A1'],
          ['A3', 'A1'],
          ['A4', 'A1'],
        ],
        free,
      ),
    ).toEqual([true, true, true])
    const voices = statutesWith((one) => Object.assign(one.categories.founder!.proxies, { max: null, maxVoices: 5 }))
    expect(
      accepted(
        ['F1'],
        [
          ['F2', 'F1'],
          ['F3', 'F1'],
        ],
        voices,
      ),
    ).toEqual([true, false])
    const six = statutesWith((one) => Object.assign(one.categories.founder!.proxies, { max: null, maxVoices: 6 }))
    expect(
      accepted(
        ['F1'],
        [
          ['F2', 'F1'],
          ['F3', 'F1'],
          ['F4', 'F1'],
        ],
        six,
      ),
    ).toEqual([true, true, false])
  })
  it('voices refused leave room for lighter ones', () => {
    const mixed = statutesWith((one) =>
      Object.assign(one.categories.founder!.proxies, { max: null, maxVoices: 2, from: ['founder', 'active'] }),
    )
    expect(
      accepted(
        ['F1'],
        [
          ['F2', 'F1'],
          ['A1', 'F1'],
          ['A2', 'F1'],
          ['A3', 'F1'],
        ],
        mixed,
      ),
    ).toEqual([false, true, true, false])
  })
  it('max 0 refuses all, and so does a body without proxies', () => {
    expect(
      accepted(
        ['A1'],
        [['A2', 'A1']],
        statutesWith((one) => (one.categories.active!.proxies.max = 0)),
      ),
    ).toEqual([false])
    expect(judgeProxies(modelStatutes, 'bureau', rights, ['F1'], [pair(['F2', 'F1'])])[0]?.accepted).toBe(false)
  })
})

describe('before the session', () => {
  it('nobody needs to be there yet, and a chain is refused at both ends', () => {
    const given = [pair(['A1', 'A2']), pair(['A2', 'A3']), pair(['A4', 'A1'])]
    const rulings = judgeProxies(modelStatutes, 'ago', rights, [], given, { presence: 'unknown' })
    expect(rulings.map((one) => one.accepted)).toEqual([true, false, false])
  })
  it('offers only lawful holders, with what is left of their limits', () => {
    const given = [pair(['A1', 'A2'])]
    expect(lawfulHolders(modelStatutes, 'ago', rights, given, 'A3')).toEqual(
      ids('A', 20).filter((id) => !['A1', 'A2', 'A3'].includes(id)),
    )
    expect(lawfulHolders(modelStatutes, 'ago', rights, given, 'F1')).toEqual(['F2', 'F3', 'F4'])
    expect(holderRoom(modelStatutes, 'ago', rights, given, 'A2')).toMatchObject({
      held: 1,
      proxiesLeft: 0,
      voicesLeft: null,
    })
    expect(holderRoom(modelStatutes, 'ago', rights, given, 'F1')).toMatchObject({
      held: 0,
      proxiesLeft: 2,
      from: ['founder'],
    })
    expect(holderRoom(modelStatutes, 'ago', rights, given, 'H1')).toMatchObject({ proxiesLeft: 0 })
    expect(mayHoldFor(modelStatutes, 'ago', rights, given, pair(['A3', 'A2'])).accepted).toBe(false)
  })
})

describe('always', () => {
  const who = fc.constantFrom(...everyone, 'H1')
  const given = fc.array(fc.tuple(who, who), { maxLength: 30 })
  it('limits hold, a giver gives once, refused proxies change nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(who), given, (present, proxies) => {
        const rulings = judgeProxies(modelStatutes, 'ago', rights, present, proxies.map(pair))
        const kept = rulings.filter((one) => one.accepted)
        expect(new Set(kept.map((one) => one.from)).size).toBe(kept.length)
        for (const holder of kept.map((one) => one.to)) {
          expect(present).toContain(holder)
          expect(kept.filter((one) => one.to === holder).length).toBeLessThanOrEqual(holder.startsWith('F') ? 2 : 1)
        }
        for (const one of kept) expect(present).not.toContain(one.from)
        const again = judgeProxies(modelStatutes, 'ago', rights, present, kept)
        expect(again.every((one) => one.accepted)).toBe(true)
      }),
    )
  })
  it('a holder offered is a holder accepted', () => {
    fc.assert(
      fc.property(given, who, (proxies, giver) => {
        const kept = judgeProxies(modelStatutes, 'ago', rights, [], proxies.map(pair), { presence: 'unknown' }).filter(
          (one) => one.accepted,
        )
        for (const holder of lawfulHolders(modelStatutes, 'ago', rights, kept, giver)) {
          const all = judgeProxies(modelStatutes, 'ago', rights, [], [...kept, pair([giver, holder])], {
            presence: 'unknown',
          })
          expect(all.every((one) => one.accepted)).toBe(true)
        }
      }),
    )
  })
})
