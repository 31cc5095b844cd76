import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainFault, entryHash, genesis, type ChainEntry } from '~/platform/register/chain'

function chain(bodies: string[]): ChainEntry[] {
  const entries: ChainEntry[] = []
  bodies.forEach((body, index) => {
    const entry = {
      stream: 's',
      seq: BigInt(index + 1),
      atMs: BigInt(1_800_000_000_000 + index),
      actor: 'a',
      kind: 'k',
      body,
    }
    const prevHash = entries.at(-1)?.hash ?? genesis('s')
    entries.push({ ...entry, prevHash, hash: entryHash(entry, prevHash) })
  })
  return entries
}

describe('8.3-c the chain of the register', () => {
  it('has no fault as it was written, empty included', () => {
    expect(chainFault('s', [])).toBeNull()
    expect(chainFault('s', chain(['un', 'deux', 'trois']))).toBeNull()
  })

  it('names the first entry whose text was changed', () => {
    const entries = chain(['un', 'deux', 'trois'])
    const altered = entries.map((entry, index) => (index === 1 ? { ...entry, body: 'DEUX' } : entry))
    expect(chainFault('s', altered)).toEqual({ seq: 2n, fault: 'contenu différent de son empreinte' })
  })

  it('names the gap when an entry is missing', () => {
    const [first, , third] = chain(['un', 'deux', 'trois'])
    expect(chainFault('s', [first!, third!])?.seq).toBe(2n)
  })

  it('always sees a change of any field of any entry', () => {
    const fields = ['body', 'actor', 'kind', 'seq', 'atMs'] as const
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.constantFrom(...fields),
        (bodies, pick, field) => {
          const entries = chain(bodies)
          const at = pick % entries.length
          const altered = entries.map((entry, index) => {
            if (index !== at) return entry
            const value = entry[field]
            return { ...entry, [field]: typeof value === 'bigint' ? value + 1n : `${value}x` }
          })
          expect(chainFault('s', altered)).not.toBeNull()
        },
      ),
    )
  })

  it('always sees two neighbours exchanged, and a rewritten tail that does not follow', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 8 }), fc.nat(), (bodies, pick) => {
        const entries = chain(bodies)
        const at = pick % (entries.length - 1)
        const swapped = [...entries]
        swapped.splice(at, 2, entries[at + 1]!, entries[at]!)
        expect(chainFault('s', swapped)).not.toBeNull()
      }),
    )
  })
})
