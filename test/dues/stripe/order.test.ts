import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { buildAssociation, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import type { Event } from '../../support/stripe/objects'
import { useStripe } from '../../support/stripe/use-stripe'
import { begin, BEGINNINGS, goOn, SEQUELS, type Story } from './story'
import { openPage, outcomeOf, tell, testSeconds } from './support'

const RUNS = 14
const db = useDatabase()
const peer = useStripe(testSeconds)
let built: BuiltAssociation
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 2 * RUNS, settled: false })
})

const story: fc.Arbitrary<Story> = fc.record({
  begins: fc.constantFrom(...BEGINNINGS),
  goesOn: fc.array(fc.constantFrom(...SEQUELS), { maxLength: 4 }),
})
/** For each event: when it comes (before or after the others), how many times, and again while the story goes on. */
const delivery = fc.infiniteStream(
  fc.record({ rank: fc.double({ noNaN: true }), times: fc.integer({ min: 1, max: 3 }) }),
)

test('whatever the order, the delays and the repetitions of the events, the end is that of the events in order, once', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      story,
      delivery,
      fc.array(fc.nat(20), { maxLength: 6 }),
      async ({ begins, goesOn }, stream, early) => {
        const [straight, shuffled] = built.actives.slice(2 * run, 2 * run + 2)
        run += 1
        const inOrder = await openPage(db(), peer(), straight!)
        const mark = peer().events.length
        let told = mark
        const tellRest = async () => {
          for (const event of peer().events.slice(told)) await tell(db(), peer(), event)
          told = peer().events.length
        }
        begin(peer(), inOrder, begins)
        await tellRest()
        for (const sequel of goesOn) {
          goOn(peer(), inOrder, sequel)
          await tellRest()
        }

        const disordered = await openPage(db(), peer(), shuffled!)
        const from = peer().events.length
        begin(peer(), disordered, begins)
        for (const [index, sequel] of goesOn.entries()) {
          const emitted = peer().events.slice(from)
          const some = emitted[(early[index] ?? 0) % emitted.length]
          if (some) await tell(db(), peer(), some)
          goOn(peer(), disordered, sequel)
        }
        const all: Event[] = peer().events.slice(from)
        const sent = all
          .flatMap((event) => {
            const { times } = stream.next().value
            return Array.from({ length: times }, () => ({ event, rank: stream.next().value.rank }))
          })
          .toSorted((a, b) => a.rank - b.rank)
        for (const { event } of sent) await tell(db(), peer(), event)
        expect(await outcomeOf(db(), shuffled!)).toEqual(await outcomeOf(db(), straight!))
      },
    ),
    { numRuns: RUNS, endOnFailure: true },
  )
}, 180_000)
