import { beforeAll, describe, expect, it } from 'vitest'
import { boardList } from '~/dues/board/board-list.query.server'
import { waiting } from '~/dues/board/board-figures.query.server'
import { casePage } from '~/dues/board/case-page.query.server'
import { courierPage } from '~/dues/board/courier-page.query.server'
import { readBoardFilters } from '~/dues/board/filters'
import { recordReposted } from '~/dues/board/record-reposted.server'
import { resendReturned } from '~/dues/board/resend-returned.server'
import { callDues } from '~/dues/ladder/call-dues.server'
import { judgeRemovalOnDay } from '~/dues/ladder/decide-removal.server'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { transact } from '~/platform/db.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { letterOf, morning, night, nights, serve, stepsOf } from '../../support/ladder'
import { duesOfMember } from '../../support/payments'

const db = useDatabase()
let built: BuiltAssociation
const who = (index: number) => built.actives[index]!
const treasurer = (day: string) => contextFor(db(), built.founders[2]!, morning(day))
const idOf = async (index: number) => (await duesOfMember(db(), who(index))).id
const alone = { serving: false }
const posted = async (index: number, stage: string, on: string) =>
  recordReposted(await treasurer(on), { messages: [`${await idOf(index)}/${stage}`], on })

/** No mail server is set: the calls of February stay in the outbox. */
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 2, honorary: 0, duesYear: 2027, settled: false })
  await callDues(await treasurer('2027-02-01'), { year: 2027 })
})

describe('6.4-b without a mail server', () => {
  it('nothing follows a call that has not left', async () => {
    for (const day of ['2027-04-01', '2027-04-15', '2027-06-30']) await night(db(), day, alone)
    expect(await stepsOf(db(), { memberId: who(0).id })).toEqual(['called 2027-02-01'])
    const file = await casePage(await treasurer('2027-06-30'), await idOf(0))
    expect(file.next).toMatchObject({ name: 'Échéance', who: 'en attente', yours: false })
    expect(file.held).toMatchObject([{ to: '/cotisations/courriers#revenus' }])
    expect(file.next?.reasons[0]?.sentence).toContain('aucun serveur de messagerie')
  })

  it('lists it as to be posted, and does not offer to send it again by mail', async () => {
    const ctx = await treasurer('2027-06-30')
    const { returned } = await courierPage(ctx)
    expect(returned).toHaveLength(5)
    expect(returned[0]).toMatchObject({ waiting: true, refused: false, newAddress: null, what: 'Appel' })
    expect(await waiting(ctx)).toMatchObject({ returned: 5 })
    const { id: periodId } = await db().duesPeriod.findUniqueOrThrow({ where: { year: 2027 } })
    const filters = readBoardFilters(new URLSearchParams('envoi=non-distribues'))
    const { lines } = await boardList(ctx, periodId, filters, null)
    expect(lines.map(({ undelivered }) => undelivered)).toEqual(Array(5).fill(true))
    await db().member.update({ where: { id: who(1).id }, data: { email: 'autre@cpts.test' } })
    await expect(resendReturned(ctx, { mailId: returned[0]!.mailId })).rejects.toMatchObject({ status: 409 })
    expect(await db().duesRepost.count()).toBe(0)
  })

  it('goes on from the day of the post, one message at a time', async () => {
    await posted(0, 'called', '2027-07-01')
    await nights(db(), '2027-07-01', '2027-07-16', alone)
    const first = ['called 2027-02-01', 'due 2027-07-02', 'reminder-1 2027-07-16']
    expect(await stepsOf(db(), { memberId: who(0).id })).toEqual(first)
    expect(await stepsOf(db(), { memberId: who(1).id })).toEqual(['called 2027-02-01'])
    await night(db(), '2027-08-20', alone)
    expect(await stepsOf(db(), { memberId: who(0).id })).toEqual(first)
    await posted(0, 'reminder-1', '2027-08-21')
    await night(db(), '2027-09-04', alone)
    expect(await stepsOf(db(), { memberId: who(0).id })).toEqual(first)
    await night(db(), '2027-09-05', alone)
    expect(await stepsOf(db(), { memberId: who(0).id })).toEqual([...first, 'reminder-2 2027-09-05'])
    const file = await casePage(await treasurer('2027-09-05'), await idOf(0))
    expect(file.taken[2]?.failed).toMatchObject({ waiting: true, again: { on: '2027-08-21', byMail: false } })
  })

  it('a server that takes it later makes the delay run from that day', async () => {
    await db().$executeRaw`
      update "Mail" set state = 'ACCEPTED', "sentAt" = '2027-09-10T22:30:00Z' where state = 'QUEUED' and template = 'dues-reminder'`
    // half past midnight in Paris, on the 11th
    await nights(db(), '2027-09-11', '2027-09-25', alone)
    expect((await stepsOf(db(), { memberId: who(0).id })).at(-1)).toBe('reminder-2 2027-09-05')
    await night(db(), '2027-09-26', alone)
    expect((await stepsOf(db(), { memberId: who(0).id })).at(-1)).toBe('reminder-3 2027-09-26')
    const last = await db().mail.findFirstOrThrow({ where: { template: 'dues-reminder', state: 'QUEUED' } })
    expect(last.props).toMatchObject({ previous: expect.stringMatching(/^11\sseptembre 2027$/) })
  })

  it('neither the registered letter nor the removal passes over a message that has not left', async () => {
    const id = await idOf(0)
    const wait = { reasons: [{ rule: '6.4-b', figures: { waitingMails: 1 } }] }
    await expect(prepareNotices(await treasurer('2028-01-10'), [id])).rejects.toMatchObject(wait)
    const held = await courierPage(await treasurer('2028-01-10'))
    expect(held.ready).toEqual([])
    const judge = () => transact(db(), (tx) => judgeRemovalOnDay(tx, { duesId: id, organ: 'ago', on: '2028-01-10' }))
    const waits = async () => (await judge()).reasons.some(({ figures }) => figures.waitingMails === 1)
    expect(await waits()).toBe(true)
    await serve(db())
    expect(await waits()).toBe(false)
    await prepareNotices(await treasurer('2028-01-10'), [id])
    const said = JSON.stringify((await letterOf(db(), id)).body).replace(/\s/g, ' ')
    expect(said).toContain('nos rappels des 21 août 2027, 11 septembre 2027 et 26 septembre 2027')
  })
})
