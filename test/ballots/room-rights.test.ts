import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../support/database'
import { addBody, buildAssociation, giveProxy, type BuiltAssociation, type BuiltMember } from '../support/builders'
import { buildRoom, first, openRaw, voter } from './room'

const db = useDatabase()
let people: BuiltAssociation
let voters: (BuiltMember & { body: boolean })[]

beforeAll(async () => {
  people = await buildAssociation(db(), { founders: 3, actives: 4, honorary: 1 })
  // its representative is the first active member, who then speaks for two memberships
  const body = await addBody(db(), { legalName: 'Centre de santé des Lilas' })
  await db().representative.updateMany({
    where: { memberId: body.id },
    data: { accountId: first(people.actives).accountId },
  })
  voters = [
    ...[...people.founders, ...people.actives, ...people.honorary].map((member) => ({ ...member, body: false })),
    { ...body, body: true },
  ]
})

it('the vote is taken exactly where the view RoomRight gives the right, whoever is present and whatever proxies there are', async () => {
  const room = fc.record({
    present: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    proxies: fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom('ACCEPTED' as const, 'OFFERED' as const)), {
      maxLength: 4,
    }),
  })
  await fc.assert(
    fc.asyncProperty(room, async ({ present, proxies }) => {
      const built = await buildRoom(db(), people, { present: voters.filter((_, index) => present[index]) })
      const givers = new Set<number>()
      for (const [giver, holder, state] of proxies) {
        const [from, to] = [voters[giver], voters[holder]]
        if (!from || !to || giver === holder || givers.has(giver)) continue
        givers.add(giver)
        await giveProxy(db(), { meetingId: built.meetingId, giverId: from.id, holderId: to.id, state })
      }
      await openRaw(db(), built.resolutionId)
      const rights = await db().$queryRaw<{ memberId: string; voterId: string }[]>`
        select "memberId", "voterId" from "RoomRight" where "meetingId" = ${built.meetingId}::uuid`
      for (const person of voters.filter(({ body }) => !body)) {
        const mine = voters
          .filter((other) => other.id === person.id || (other.body && person.id === first(people.actives).id))
          .map(({ id }) => id)
        const { castAll } = await voter(db(), person)
        const results = await castAll({
          ...built,
          votes: voters.map(({ id }) => ({ memberId: id, choice: 'FOR' as const })),
        })
        const taken = results.filter(({ outcome }) => outcome === 'counted').map(({ memberId }) => memberId)
        expect(taken.sort()).toEqual(
          rights
            .filter(({ voterId }) => mine.includes(voterId))
            .map(({ memberId }) => memberId)
            .sort(),
        )
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)
