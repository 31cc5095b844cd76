import { beforeAll, describe, expect, it } from 'vitest'
import { annulBallot } from '~/ballots/annul-ballot.server'
import { ballotsPage } from '~/ballots/ballots-page.query.server'
import { closeBallot } from '~/ballots/close-ballot.server'
import { openBallot } from '~/ballots/open-ballot.server'
import { receiptCode } from '~/ballots/vote-result'
import type { Context } from '~/platform/context'
import { pool } from '~/platform/db.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { buildRoom, first, receiptOf, voter } from './room'

const db = useDatabase()
let people: BuiltAssociation
let chair: Context

beforeAll(async () => {
  people = await buildAssociation(db(), { founders: 1, actives: 12 })
  chair = await contextFor(db(), first(people.founders))
})

/** A secret ballot in which everybody has voted for. */
async function sealedBallot() {
  const room = await buildRoom(db(), people, { present: people.actives, resolutions: [{ secret: true }] })
  await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: true })
  await voteAll(room)
  return room
}

async function voteAll(room: { meetingId: string; resolutionId: string }) {
  for (const person of people.actives) receiptOf(await (await voter(db(), person)).cast(room, person.id, 'FOR'))
}

/** Alters seals where the database lets nobody do it: a disk that fails, a secret that changed. */
async function spoil(change: string, resolutionId: string, count: number) {
  const client = await pool().connect()
  try {
    await client.query(`set session_replication_role = replica`)
    await client.query(
      `${change} where "id" in (select "id" from "SealedVote" where "resolutionId" = $1 order by "id" limit $2)`,
      [resolutionId, count],
    )
  } finally {
    await client.query(`set session_replication_role = origin`)
    client.release()
  }
}
const BREAK = `update "SealedVote" set "box" = overlay("box" placing '\\x00ff'::bytea from 14)`
const LOSE = `delete from "SealedVote"`

const faultShown = async (meetingId: string) => {
  const meeting = await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })
  return (await ballotsPage(chair, meeting, null)).open?.fault ?? null
}

describe('a secret ballot that cannot be counted', () => {
  it.each([
    ['one seal that does not open', BREAK, 1, 'Un bulletin scellé ne s’ouvre pas'],
    ['seven of them', BREAK, 7, '7 bulletins scellés ne s’ouvrent pas'],
    ['one that is no more there', LOSE, 1, '11\u00a0bulletins scellés pour 12\u00a0votes reçus'],
  ])('%s: named before the closing, refused at it, annulled and voted anew', async (_, change, count, words) => {
    const room = await sealedBallot()
    expect(await faultShown(room.meetingId)).toBeNull()
    await spoil(change, room.resolutionId, count)
    expect(await faultShown(room.meetingId)).toContain(words)
    const { id } = await db().sealedVote.findFirstOrThrow({
      where: { resolutionId: room.resolutionId },
      orderBy: { id: 'asc' },
    })
    if (change === BREAK) expect(await faultShown(room.meetingId)).toContain(receiptCode(id))
    const closing = closeBallot(chair, { resolutionId: room.resolutionId })
    await expect(closing).rejects.toMatchObject({ status: 409, message: expect.stringContaining(words) })
    expect(await db().resolution.findUniqueOrThrow({ where: { id: room.resolutionId } })).toMatchObject({
      state: 'OPEN',
    })

    const annul = () => annulBallot(chair, { resolutionId: room.resolutionId })
    await Promise.all([annul(), annul()])
    await annul()
    expect(await db().sealedVote.count()).toBe(0)
    const again = await db().resolution.findMany({ where: { repeatsId: room.resolutionId } })
    expect(again).toMatchObject([{ state: 'PENDING', secret: true }])
    const repeated = { ...room, resolutionId: first(again).id }
    await openBallot(chair, { resolutionId: repeated.resolutionId, mode: 'ELECTRONIC', warned: true })
    await voteAll(repeated)
    expect(await closeBallot(chair, { resolutionId: repeated.resolutionId })).toMatchObject({ state: 'ADOPTED' })
    const said = await db().journalEntry.findMany({ where: { act: 'ballot.annulled', subjectId: room.resolutionId } })
    expect(said).toHaveLength(1)
  })

  it('one that can be counted is not annulled, nor by a member, nor an open one', async () => {
    const room = await sealedBallot()
    const annul = (ctx: Context) => annulBallot(ctx, { resolutionId: room.resolutionId })
    await expect(annul(chair)).rejects.toMatchObject({ status: 409 })
    await expect(annul(await contextFor(db(), first(people.actives)))).rejects.toMatchObject({ status: 403 })
    await closeBallot(chair, { resolutionId: room.resolutionId })
    await expect(annul(chair)).rejects.toMatchObject({ status: 409 })
  })
})
