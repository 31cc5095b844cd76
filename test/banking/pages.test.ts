import { beforeAll, describe, expect, test } from 'vitest'
import { bankPage } from '~/dues/matching/bank-page.query.server'
import { readMatchFilters } from '~/dues/matching/filters'
import { issuesPage } from '~/dues/payments/issues-page.query.server'
import type { Context } from '~/platform/context'
import { v7 } from '~/platform/uuid.server'
import { buildAssociation, contextFor, TEST_NOW } from '../support/builders'
import { useDatabase } from '../support/database'

const LINES = 120
const db = useDatabase()
let ctx: Context
const filters = (search: Record<string, string> = {}) =>
  readMatchFilters(new Request(`http://localhost/x?${new URLSearchParams(search)}`))
const at = (seconds: number) => new Date(TEST_NOW.add({ seconds }).epochMilliseconds)

/** 120 credits on three days and 120 questions, four of them of one moment: pages end in the middle of equals. */
beforeAll(async () => {
  const built = await buildAssociation(db(), { founders: 3, actives: 3, honorary: 0, settled: false })
  ctx = await contextFor(db(), built.founders[2]!)
  const statementId = v7(TEST_NOW.epochMilliseconds)
  await db().bankStatement.create({
    data: { id: statementId, fileName: 'releve.csv', createdById: ctx.actor.accountId, createdAt: at(0) },
  })
  await db().bankLine.createMany({
    data: Array.from({ length: LINES }, (_, index) => ({
      statementId,
      on: new Date(`2027-05-0${1 + Math.floor(index / 45)}`),
      label: index === 100 ? 'VIR SEPA CABINET DU PORT' : `VIREMENT ${index}`,
      amountCents: index === 77 ? 123_45 : 1_000_000 + index * 100,
      fingerprint: `line-${index}`,
    })),
  })
  await db().paymentIssue.createMany({
    data: Array.from({ length: LINES }, (_, index) => ({
      kind: index === 90 ? 'refund-failed' : 'payment-unknown',
      key: `issue-${index}`,
      details: { sentence: `Question ${index} : 100 % à voir`, cents: 5000 + index },
      createdAt: at(Math.floor(index / 4)),
    })),
  })
})

type Walked = { ids: string[]; key: string | null }
async function walk(page: (key: string) => Promise<Walked>): Promise<string[]> {
  const all: string[] = []
  for (let key: string | null = ''; key !== null;) {
    const found: Walked = await page(key)
    all.push(...found.ids)
    key = found.key
  }
  return all
}
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

describe('what waits to be matched', () => {
  test('is walked through by key: each credit once, the oldest first', async () => {
    const all = await walk(async (ligne) => {
      const { lines, count, nextKey } = await bankPage(ctx, filters({ ligne }))
      expect(count).toBe(LINES)
      return { ids: idsOf(lines), key: nextKey }
    })
    const expected = await db().bankLine.findMany({ orderBy: [{ on: 'asc' }, { id: 'asc' }] })
    expect(all).toEqual(idsOf(expected))
  })

  test('each question once, the oldest first, without losing the place among the credits', async () => {
    const all = await walk(async (question) => {
      const { issues, count, nextKey, bank } = await issuesPage(ctx, filters({ question }))
      expect([count, bank.lines.length, bank.count]).toEqual([LINES, 50, LINES])
      return { ids: idsOf(issues), key: nextKey }
    })
    const expected = await db().paymentIssue.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
    expect(all).toEqual(idsOf(expected))
  })

  test('is walked back to the first page as it was walked on, whose own way back is closed', async () => {
    const pages = async (list: 'ligne' | 'question', key: string) => {
      const page =
        list === 'ligne'
          ? await bankPage(ctx, filters({ ligne: key }))
          : await issuesPage(ctx, filters({ question: key }))
      const rows: readonly { id: string }[] = 'issues' in page ? page.issues : page.lines
      return { ids: idsOf(rows), next: page.nextKey, previous: page.previousKey }
    }
    for (const list of ['ligne', 'question'] as const) {
      const first = await pages(list, '')
      const second = await pages(list, first.next!)
      const third = await pages(list, second.next!)
      expect([first.previous, third.next, third.ids.length]).toEqual([null, null, 20])
      const backToSecond = await pages(list, third.previous!)
      expect(backToSecond).toEqual(second)
      expect(await pages(list, backToSecond.previous!)).toEqual(first)
    }
  })

  test.each([
    ['cabinet port', 'VIR SEPA CABINET DU PORT'],
    ['123,45', 'VIREMENT 77'],
    ['virement 119', 'VIREMENT 119'],
  ])('« %s » finds a credit beyond the first page', async (q, label) => {
    const { lines, count, nextKey } = await bankPage(ctx, filters({ q }))
    expect([lines.map((line) => line.label), count, nextKey]).toEqual([[label], 1, null])
  })

  test.each([
    ['remboursement', 'Question 90'],
    ['50,77', 'Question 77'],
    ['Question 101', 'Question 101'],
  ])('« %s » finds a question beyond the first page', async (q, said) => {
    const { issues, count } = await issuesPage(ctx, filters({ q }))
    expect([issues[0]?.sentence.startsWith(`${said} :`), count]).toEqual([true, 1])
  })

  test('signs of the pattern language are no pattern; an address typed by hand shows the first page', async () => {
    expect((await issuesPage(ctx, filters({ q: '%' }))).count).toBe(LINES)
    expect((await issuesPage(ctx, filters({ q: '_' }))).count, 'no letter: no search').toBe(LINES)
    expect((await issuesPage(ctx, filters({ q: 'x%x_x' }))).count).toBe(0)
    const odd = await issuesPage(ctx, filters({ question: 'x_y', ligne: 'avant_2027-99-99_z' }))
    expect([odd.issues.length, odd.bank.lines.length]).toEqual([50, 50])
  })
})
