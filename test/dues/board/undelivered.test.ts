import { beforeAll, describe, expect, it } from 'vitest'
import { boardCounts, waiting } from '~/dues/board/board-figures.query.server'
import { boardList } from '~/dues/board/board-list.query.server'
import { casePage } from '~/dues/board/case-page.query.server'
import { courierPage } from '~/dues/board/courier-page.query.server'
import { readBoardFilters } from '~/dues/board/filters'
import { boardYears } from '~/dues/board/periods.query.server'
import { postedLettersFile } from '~/dues/board/posted-letters-file.server'
import { recordReposted } from '~/dues/board/record-reposted.server'
import { callDues } from '~/dues/ladder/call-dues.server'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { pool } from '~/platform/db.server'
import { takeBounce } from '~/platform/mail/bounces.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { bounce } from '../../support/bounces'
import { useDatabase } from '../../support/database'
import { deliverAtOnce, letterOf, morning, night, nights, nightly, stepsOf } from '../../support/ladder'
import { pay } from '../../support/ledger'
import { duesOfMember, textOfPdf } from '../../support/payments'
import { useSmtp } from '../../support/smtp'

const db = useDatabase()
const smtp = useSmtp()
let built: BuiltAssociation
let periodId: string
const who = (index: number) => built.actives[index]!
const treasurer = (day: string) => contextFor(db(), built.founders[2]!, morning(day))
const board = async (day: string, search: string) =>
  (await boardList(await treasurer(day), periodId, readBoardFilters(new URLSearchParams(search)), null)).lines
const mailOf = (index: number, template: string) =>
  db().mail.findFirstOrThrow({ where: { toAddress: who(index).email, template }, orderBy: { queuedAt: 'desc' } })
const keyOf = async (index: number, stage: string) => `${(await duesOfMember(db(), who(index))).id}/${stage}`

/** Called in February, reminded once on the 15th of April; the reminder of the first bounces, that of the second is refused. */
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 5, honorary: 0, duesYear: 2027, settled: false })
  periodId = (await db().duesPeriod.findUniqueOrThrow({ where: { year: 2027 } })).id
  await callDues(await treasurer('2027-02-01'), { year: 2027 })
  await nights(db(), '2027-04-01', '2027-04-14')
  await night(db(), '2027-04-15', { serving: false })
  smtp.refuse(new RegExp(who(1).email), 550, 'no such mailbox')
  for (const index of [0, 1]) await deliverAtOnce(db(), (await mailOf(index, 'dues-reminder')).id)
  const { id } = await mailOf(0, 'dues-reminder')
  const said = bounce({ to: `bounce+${id}@cpts.test`, status: '5.1.1', action: 'failed' })
  expect(await takeBounce(new TextEncoder().encode(said))).toBe(true)
})

describe('6.4-b a reminder whose mail did not arrive', () => {
  it('is shown by the board, its filter and what waits for a human', async () => {
    expect((await board('2027-04-20', 'envoi=non-distribues')).map(({ label }) => label).toSorted()).toEqual([
      'Mme Actif 1',
      'Mme Actif 2',
    ])
    expect((await board('2027-04-20', '')).filter(({ undelivered }) => undelivered)).toHaveLength(2)
    expect(await waiting(await treasurer('2027-04-20'))).toMatchObject({ returned: 2 })
    const [year] = await boardYears(await treasurer('2027-04-20'))
    expect(year).toMatchObject({ year: 2027, calledOn: '2027-02-01', toCall: 0 })
    const rappels = (await boardCounts(await treasurer('2027-04-20'), periodId)).find(
      ({ value }) => value === 'rappels',
    )
    expect(rappels).toMatchObject({ count: 8, cents: 8 * 5000 })
  })

  it('stays a step of the file, said « non distribué » with its day', async () => {
    const { id } = await duesOfMember(db(), who(1))
    const file = await casePage(await treasurer('2027-04-20'), id)
    expect(file.undelivered).toBe(1)
    expect(file.taken.map(({ title, failed }) => [title, failed && [failed.refused, failed.again]])).toEqual([
      ['Cotisation appelée', null],
      ['Échéance passée', null],
      ['Rappel 1', [true, null]],
    ])
  })

  it('does not stop the reminders, but holds the registered letter', async () => {
    await nights(db(), '2027-04-30', '2027-04-30')
    await night(db(), '2027-05-15')
    expect(await stepsOf(db(), { memberId: who(0).id })).toContain('reminder-3 2027-05-15')
    const ctx = await treasurer('2027-05-30')
    const { id } = await duesOfMember(db(), who(0))
    await expect(prepareNotices(ctx, [id])).rejects.toMatchObject({ reasons: [{ rule: '6.4-b' }] })
    const { ready, returned } = await courierPage(ctx)
    expect(ready.map((one) => one.label)).toEqual(['Mme Actif 3', 'Mme Actif 4', 'Mme Actif 5'])
    expect(returned).toMatchObject([{ what: 'Rappel 1' }, { what: 'Rappel 1' }])
  })

  it('is printed with its rank and the sums of today', async () => {
    const ctx = await treasurer('2027-05-30')
    const said = textOfPdf((await postedLettersFile(ctx, { returned: true })).bytes).replace(/\s+/g, ' ')
    expect(said).toContain('Cotisation 2027 : rappel')
    expect(said).toContain('Mme Actif 1')
    // two other reminders went meanwhile: what comes is the registered letter
    expect(said).toContain('une lettre recommandée vous invitera')
  })

  it('posted, lets the letter go once the delay has run from that day; the letter names the day of the post', async () => {
    const ctx = await treasurer('2027-05-30')
    const key = await keyOf(0, 'reminder-1')
    const act = (on: string, messages = [key], by = ctx) => recordReposted(by, { messages, on })
    await expect(act('2027-05-30', [key], await contextFor(db(), who(3)))).rejects.toMatchObject({ status: 403 })
    await expect(act('2027-05-31')).rejects.toMatchObject({ status: 400 })
    await expect(act('2027-04-14')).rejects.toMatchObject({ status: 400 })
    await expect(act('2027-05-30', [await keyOf(2, 'reminder-1')])).rejects.toMatchObject({ status: 409 })
    const [done] = await Promise.allSettled([act('2027-05-29'), act('2027-05-29')])
    expect(done?.status === 'fulfilled' || (await db().duesRepost.count()) === 1).toBe(true)
    expect(await db().duesRepost.count()).toBe(1)
    await expect(act('2027-05-29')).rejects.toMatchObject({ status: 409 })

    const { id } = await duesOfMember(db(), who(0))
    await expect(prepareNotices(await treasurer('2027-06-12'), [id])).rejects.toMatchObject({ status: 409 })
    await prepareNotices(await treasurer('2027-06-13'), [id])
    const { body } = await letterOf(db(), id)
    expect(JSON.stringify(body).replace(/\s/g, ' ')).toContain(
      'nos rappels des 30 avril 2027, 15 mai 2027 et 29 mai 2027',
    )
    expect((await casePage(ctx, id)).taken[2]).toMatchObject({
      failed: { refused: false, again: { on: '2027-05-29', byMail: false } },
    })
  })

  it('is no longer to be posted once the dues are paid', async () => {
    await pay(nightly(db(), '2027-06-14'), [{ duesId: (await duesOfMember(db(), who(1))).id, amountCents: 5000 }])
    expect(await waiting(await treasurer('2027-06-14'))).toMatchObject({ returned: 0 })
    expect(await board('2027-06-14', 'envoi=non-distribues')).toEqual([])
  })

  it('the database refuses to change what was posted', async () => {
    await expect(pool().query(`update "DuesRepost" set "on" = '2027-01-01'`)).rejects.toMatchObject({ code: 'P0A01' })
  })
})
