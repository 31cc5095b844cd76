import { beforeAll, describe, expect, it } from 'vitest'
import { boardCounts, lastNight, waiting } from '~/dues/board/board-figures.query.server'
import { boardList } from '~/dues/board/board-list.query.server'
import { casePage } from '~/dues/board/case-page.query.server'
import { courierPage } from '~/dues/board/courier-page.query.server'
import { readBoardFilters } from '~/dues/board/filters'
import { mainPeriod, periodList } from '~/dues/board/periods.query.server'
import { postedLettersFile } from '~/dues/board/posted-letters-file.server'
import { recordPosted } from '~/dues/board/record-posted.server'
import { callDues } from '~/dues/ladder/call-dues.server'
import { previewCall } from '~/dues/ladder/call-preview.query.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { morning, night, nightly, nights, stepsOf } from '../../support/ladder'
import { pay } from '../../support/ledger'
import { duesOfMember, textOfPdf } from '../../support/payments'

const db = useDatabase()
let built: BuiltAssociation
let periodId: string
const who = (index: number) => built.actives[index]!
const as = (person: { accountId: string }, day: string) => contextFor(db(), person, morning(day))
const treasurer = (day: string) => as(built.founders[2]!, day)
const filters = (search = '') => readBoardFilters(new URLSearchParams(search))

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 60, honorary: 0, duesYear: 2027, settled: false })
  periodId = (await db().duesPeriod.findUniqueOrThrow({ where: { year: 2027 } })).id
  await db().member.update({ where: { id: who(0).id }, data: { email: null } })
  await db().account.update({ where: { id: who(0).accountId }, data: { disabledAt: morningDate('2026-01-01') } })
})
const morningDate = (day: string) => new Date(morning(day).epochMilliseconds)

describe('12-a the call', () => {
  it('is previewed without sending anything', async () => {
    const preview = await previewCall(await treasurer('2027-02-01'), periodId)
    expect(preview).toEqual({ opened: 0, mails: 62, letters: 1, owedCents: 63 * 5000 })
    expect(await db().mail.count()).toBe(0)
    expect(mainPeriod(await periodList(await treasurer('2027-02-01')), null)).toMatchObject({
      calledOn: null,
      toCall: 63,
    })
  })

  it('without a mail address: a letter, and the step on the day when it was posted', async () => {
    await callDues(await treasurer('2027-02-01'), { year: 2027 })
    const ctx = await treasurer('2027-02-03')
    const { toWrite } = await courierPage(ctx)
    expect(toWrite).toMatchObject([{ label: 'Mme Actif 1', what: 'Appel', address: true }])
    const said = textOfPdf((await postedLettersFile(ctx)).bytes).replace(/\s+/g, ' ')
    expect(said).toContain('Cotisation 2027 : appel')
    const duesIds = toWrite.map(({ id }) => id)
    await expect(recordPosted(await as(who(1), '2027-02-03'), { duesIds, on: '2027-02-03' })).rejects.toMatchObject({
      status: 403,
    })
    await expect(recordPosted(ctx, { duesIds, on: '2027-02-04' })).rejects.toMatchObject({ status: 400 })
    expect(await recordPosted(ctx, { duesIds, on: '2027-02-02' })).toBe(1)
    expect(await stepsOf(db(), { duesId: duesIds[0]! })).toEqual(['called 2027-02-02'])
    expect((await courierPage(ctx)).toWrite).toEqual([])
  })

  it('6.4-b a reminder by post counts from the day when it was posted', async () => {
    await nights(db(), '2027-04-01', '2027-04-16')
    const { toWrite } = await courierPage(await treasurer('2027-04-20'))
    expect(toWrite).toMatchObject([{ what: 'Rappel 1' }])
    await recordPosted(await treasurer('2027-04-20'), { duesIds: [toWrite[0]!.id], on: '2027-04-20' })
    const { nextOn } = await duesOfMember(db(), who(0))
    expect(nextOn?.toISOString().slice(0, 10)).toBe('2027-05-05')
  })
})

describe('the board', () => {
  it('counts everybody once, with the sums', async () => {
    const { id } = await duesOfMember(db(), who(5))
    await pay(nightly(db(), '2027-04-21'), [{ duesId: id, amountCents: 5000 }])
    await pay(nightly(db(), '2027-04-21'), [{ duesId: (await duesOfMember(db(), who(6))).id, amountCents: 5000 }], 2000)
    const counts = await boardCounts(await treasurer('2027-04-21'), periodId)
    const of = (value: string) => counts.find((group) => group.value === value)
    expect(of('reglees')).toMatchObject({ count: 1, cents: 5000 })
    expect(of('rappels')).toMatchObject({ count: 62, cents: 62 * 5000 - 2000 })
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(63)
  })

  it('lists by key, each once, and finds by name or reference', async () => {
    const ctx = await treasurer('2027-04-21')
    const first = await boardList(ctx, periodId, filters(), null)
    const second = await boardList(ctx, periodId, filters(), first.nextKey)
    expect([first.lines.length, second.lines.length, second.nextKey]).toEqual([50, 12, null])
    expect(first.previousKey).toBeNull()
    expect(await boardList(ctx, periodId, filters(), second.previousKey)).toEqual(first)
    expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(62)
    const found = await boardList(ctx, periodId, filters('q=actif 7'), null)
    const line = found.lines.find(({ label }) => label === 'Mme Actif 7')
    expect(line).toMatchObject({ owedCents: 3000, stage: 'Rappel 1' })
    expect(line?.next).toMatchObject({ name: 'Rappel 2', day: '2027-04-30', yours: false })
    const byReference = await boardList(ctx, periodId, filters('q=C2027-00010'), null)
    expect(byReference.lines).toMatchObject([{ label: 'Mme Actif 7' }])
    expect((await boardList(ctx, periodId, filters('etape=reglees'), null)).lines).toHaveLength(1)
    expect((await boardList(ctx, periodId, filters('etape=lettre'), 'not a key')).lines).toEqual([])
  })

  it('says what the night did and what waits for a human', async () => {
    await nights(db(), '2027-04-30', '2027-04-30')
    await night(db(), '2027-05-15')
    const ctx = await treasurer('2027-05-30')
    expect(await lastNight(ctx)).toMatchObject({ on: '2027-05-15', finished: true, summary: { messages: 61 } })
    expect(await waiting(ctx)).toMatchObject({ notices: 58, held: 3, toWrite: 1, toPost: 0 })
    const { held } = await courierPage(ctx)
    expect(held[0]).toMatchObject({ reasons: [{ rule: '6.1-b', figures: { unpaidYears: 1 } }] })
  })
})

describe('the file of one dues', () => {
  it('is open to the treasurer and to the member, and does not exist for the others', async () => {
    const { id } = await duesOfMember(db(), who(1))
    expect(await casePage(await treasurer('2027-05-30'), id)).toMatchObject({ view: 'manages', stage: 'reminder-3' })
    const own = await casePage(await as(who(1), '2027-05-30'), id)
    expect(own).toMatchObject({ view: 'concerned' })
    expect(own.taken.map(({ title }) => title)).toEqual([
      'Cotisation appelée',
      'Échéance passée',
      'Rappel 1',
      'Rappel 2',
      'Rappel 3',
    ])
    expect(own.taken.every(({ reasons }) => reasons.length > 0)).toBe(true)
    await expect(casePage(await as(who(2), '2027-05-30'), id)).rejects.toMatchObject({ status: 404 })
  })
})
