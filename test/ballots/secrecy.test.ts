import { beforeAll, describe, expect, it } from 'vitest'
import { closeBallot } from '~/ballots/close-ballot.server'
import { CHOICES, type Choice } from '~/ballots/choices'
import { openBallot } from '~/ballots/open-ballot.server'
import type { Context } from '~/platform/context'
import { pool } from '~/platform/db.server'
import { useDatabase } from '../support/database'
import { buildAssociation, contextFor, type BuiltAssociation, type BuiltMember } from '../support/builders'
import { dumpOf, linksByOrder, type Dump } from './dump'
import { buildRoom, first, receiptOf, voter } from './room'

const db = useDatabase()
let people: BuiltAssociation
let chair: Context

beforeAll(async () => {
  people = await buildAssociation(db(), { founders: 1, actives: 40 })
  chair = await contextFor(db(), first(people.founders))
})

/** One lone founder (3 voices) among forty actives; each votes in turn, in an order and with choices that we remember. */
async function secretBallot(order: readonly BuiltMember[], choiceOf: (index: number) => Choice) {
  const room = await buildRoom(db(), people, { present: order, resolutions: [{ secret: true }] })
  await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: true })
  const receipts: string[] = []
  for (const [index, person] of order.entries())
    receipts.push(receiptOf(await (await voter(db(), person)).cast(room, person.id, choiceOf(index))))
  return { ...room, receipts }
}

describe('after a secret ballot', () => {
  it('a dump of every row, with ctid, xmin and times, links no paper to a voter', async () => {
    const order = [...people.actives.slice(0, 20), ...people.founders, ...people.actives.slice(20)]
    const choiceOf = (index: number) => CHOICES[index % 3] ?? 'FOR'
    const ballot = await secretBallot(order, choiceOf)
    const outcome = await closeBallot(chair, { resolutionId: ballot.resolutionId })
    const dump = await dumpOf(pool())

    const slips = dump.rowsOf('Slip').filter((row) => row.resolutionId === ballot.resolutionId)
    const papers = dump.rowsOf('Paper').filter((row) => row.resolutionId === ballot.resolutionId)
    expect(slips).toHaveLength(41)
    expect(papers).toHaveLength(43)
    expect(slips.every((row) => row.choice === null)).toBe(true)
    expect(dump.rowsOf('SealedVote')).toEqual([])
    const { rows: size } = await pool().query<{ bytes: string }>(`select pg_relation_size('"SealedVote"') as bytes`)
    expect(size).toEqual([{ bytes: '0' }])

    // nothing but the resolution in common: no id, no transaction, no time, no weight
    const values = (rows: Dump[]) =>
      new Set(
        rows
          .flatMap((row) => Object.entries(row))
          .filter(([key]) => key !== 'resolutionId' && key !== 'ctid' && key !== 'tableoid')
          .map(([, value]) => String(value)),
      )
    const shared = [...values(slips)].filter(
      (value) => values(papers).has(value) && !['null', 'true', 'false', '0'].includes(value),
    )
    expect(shared).toEqual([])
    expect(new Set(papers.map((row) => row.xmin)).size).toBe(1)
    expect(
      Object.keys(first(papers)).filter((key) => /at$|on$|order|seq/i.test(key) && key !== 'resolutionId'),
    ).toEqual([])

    // the lone founder's three papers look like any other, and no published figure singles him out
    expect(papers.every((row) => row.unit === 'voices' && row.among === '')).toBe(true)
    expect(outcome.totals.members).toBeNull()

    // in heap order, by id, by slip order: no better than chance
    const cast = order.map((person, index) => ({
      memberId: person.id,
      choice: choiceOf(index),
      voices: person.category === 'founder' ? 3 : 1,
    }))
    for (const rate of linksByOrder(slips, papers, cast)) expect(rate).toBeLessThan(0.75)

    // no other table tells a voter's choice
    const elsewhere = dump.textOf((table) => table !== 'Paper' && table !== 'Resolution')
    for (const receipt of ballot.receipts) expect(elsewhere.split(receipt)).toHaveLength(2)
    expect(
      dump.choicesNear(
        order.map(({ id }) => id),
        ['Slip', 'Paper'],
      ),
    ).toEqual([])
  })

  it('papers come in an order drawn at random: the same votes give another order each time', async () => {
    const order = people.actives.slice(0, 20)
    const sequences = new Set<string>()
    for (let round = 0; round < 4; round += 1) {
      const ballot = await secretBallot([...order, ...people.actives.slice(20)], (index) =>
        index < 20 ? 'FOR' : 'AGAINST',
      )
      await closeBallot(chair, { resolutionId: ballot.resolutionId })
      const { rows } = await pool().query<{ choice: string }>(
        'select choice from "Paper" where "resolutionId" = $1 order by ctid',
        [ballot.resolutionId],
      )
      sequences.add(rows.map(({ choice }) => choice[0]).join(''))
    }
    expect(sequences.size).toBe(4)
  })
})

describe('while a secret ballot is open', () => {
  it('without BALLOT_SECRET nothing tells a choice: boxes all have one length, no two are alike, none says its choice', async () => {
    const order = people.actives.slice(0, 30)
    const ballot = await secretBallot([...order, ...people.actives.slice(30)], (index) =>
      index % 2 ? 'FOR' : 'AGAINST',
    )
    const dump = await dumpOf(pool())
    const boxes = dump.rowsOf('SealedVote').map((row) => String(row.box))
    expect(boxes).toHaveLength(40)
    expect(new Set(boxes.map((box) => box.length)).size).toBe(1)
    expect(new Set(boxes).size).toBe(40)
    // the byte that holds the choice is as good as random
    const byte = boxes.map((box) => box.slice(2 + 24, 2 + 26))
    expect(new Set(byte).size).toBeGreaterThan(15)
    expect(dump.rowsOf('Paper').filter((row) => row.resolutionId === ballot.resolutionId)).toEqual([])
    expect(
      dump
        .rowsOf('Slip')
        .filter((row) => row.resolutionId === ballot.resolutionId)
        .every((row) => row.choice === null),
    ).toBe(true)
    expect(
      dump.choicesNear(
        order.map(({ id }) => id),
        [],
      ),
    ).toEqual([])
  })

  it('a box altered, or moved to another ballot, is found out, and nothing is decided', async () => {
    const ballot = await secretBallot(people.actives, () => 'FOR')
    await db()
      .$executeRaw`update "SealedVote" set box = set_byte(box, 12, get_byte(box, 12) # 1) where id = (select id from "SealedVote" where "resolutionId" = ${ballot.resolutionId}::uuid limit 1)`
    await expect(closeBallot(chair, { resolutionId: ballot.resolutionId })).rejects.toThrow()
    expect(await db().resolution.findUnique({ where: { id: ballot.resolutionId } })).toMatchObject({
      state: 'OPEN',
      outcome: null,
    })
  })

  it('a box taken away is found out, and nothing is decided', async () => {
    const ballot = await secretBallot(people.actives, () => 'FOR')
    await db()
      .$executeRaw`delete from "SealedVote" where id = (select id from "SealedVote" where "resolutionId" = ${ballot.resolutionId}::uuid limit 1)`
    await expect(closeBallot(chair, { resolutionId: ballot.resolutionId })).rejects.toThrow(
      /39.bulletins scellés pour 40.votes reçus/,
    )
  })
})
