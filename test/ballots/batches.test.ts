import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batches } from '~/ballots/box/slip-box/batches'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('items handed over together', () => {
  it('one alone goes at once, by itself', async () => {
    const sizes: number[] = []
    const add = batches(
      { most: 10, atOnce: 2 },
      async (items: readonly number[]) => (sizes.push(items.length), items.map((item) => item + 1)),
    )
    expect(await add(1)).toBe(2)
    expect(await add(2)).toBe(3)
    expect(sizes).toEqual([1, 1])
  })

  it('many at once share few handings over, never more than allowed at a time', async () => {
    let running = 0
    const seen = { most: 0, largest: 0, calls: 0 }
    const add = batches({ most: 10, atOnce: 2 }, async (items: readonly number[]) => {
      running += 1
      seen.calls += 1
      seen.most = Math.max(seen.most, running)
      seen.largest = Math.max(seen.largest, items.length)
      await pause(2)
      running -= 1
      return items
    })
    const items = Array.from({ length: 95 }, (_, index) => index)
    expect(await Promise.all(items.map(add))).toEqual(items)
    expect(seen).toEqual({ most: 2, largest: 10, calls: 10 })
  })

  it('each is answered with its own answer, or its own error, whatever fails beside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 })), async (items) => {
        const add = batches({ most: 4, atOnce: 2 }, async (some: readonly number[]) => {
          if (some.some((item) => item === 7)) throw new Error('seven')
          return some.map((item) => item * 2)
        })
        const answers = await Promise.allSettled(items.map(add))
        expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : null))).toEqual(
          items.map((item) => (item === 7 ? null : item * 2)),
        )
      }),
    )
  })
})
