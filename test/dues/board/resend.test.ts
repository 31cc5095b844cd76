import { beforeAll, describe, expect, it } from 'vitest'
import { waiting } from '~/dues/board/board-figures.query.server'
import { casePage } from '~/dues/board/case-page.query.server'
import { courierPage } from '~/dues/board/courier-page.query.server'
import { recordReposted } from '~/dues/board/record-reposted.server'
import { resendReturned } from '~/dues/board/resend-returned.server'
import { callDues } from '~/dues/ladder/call-dues.server'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { takeBounce } from '~/platform/mail/bounces.server'
import { buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { bounce } from '../../support/bounces'
import { useDatabase } from '../../support/database'
import { deliverAtOnce, letterOf, morning, night, nightly, nights, serve, stepsOf } from '../../support/ladder'
import { pay } from '../../support/ledger'
import { duesOfMember } from '../../support/payments'
import { useSmtp } from '../../support/smtp'

const db = useDatabase()
useSmtp()
let built: BuiltAssociation
const who = (index: number) => built.actives[index]!
const treasurer = (day: string) => contextFor(db(), built.founders[2]!, morning(day))
const resend = async (day: string, mailId: string) => resendReturned(await treasurer(day), { mailId })
const correct = (index: number, email: string) => db().member.update({ where: { id: who(index).id }, data: { email } })
const returned = async (day: string) => (await courierPage(await treasurer(day))).returned
const mailsTo = (toAddress: string) =>
  db().mail.findMany({ where: { toAddress, template: 'dues-reminder' }, orderBy: { queuedAt: 'asc' } })

/** The latest reminder to this address leaves, and comes back. */
async function comesBack(address: string): Promise<string> {
  const id = (await mailsTo(address)).at(-1)!.id
  await deliverAtOnce(db(), id)
  const said = bounce({ to: `bounce+${id}@cpts.test`, status: '5.1.1', action: 'failed' })
  expect(await takeBounce(new TextEncoder().encode(said))).toBe(true)
  return id
}

/** Called in February, reminded on the 15th of April; the reminders of the first three members come back. */
let failed: string[]
beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 4, honorary: 0, duesYear: 2027, settled: false })
  await callDues(await treasurer('2027-02-01'), { year: 2027 })
  await nights(db(), '2027-04-01', '2027-04-14')
  await night(db(), '2027-04-15', { serving: false })
  failed = []
  for (const index of [0, 1, 2]) failed.push(await comesBack(who(index).email))
})

describe('6.4-b a reminder that came back leaves again once the address is right', () => {
  it('is offered only once the address differs from the one that failed', async () => {
    expect((await returned('2027-04-20')).map(({ newAddress }) => newAddress)).toEqual([null, null, null])
    await expect(resend('2027-04-20', failed[0]!)).rejects.toMatchObject({ status: 409 })
    await correct(0, who(0).email.toUpperCase())
    await expect(resend('2027-04-20', failed[0]!)).rejects.toMatchObject({ status: 409 })
    await correct(0, 'juste@cpts.test')
    const one = (await returned('2027-04-20')).find(({ mailId }) => mailId === failed[0])
    expect(one).toMatchObject({ newAddress: 'juste@cpts.test', by: [], writtenToday: false, what: 'Rappel 1' })
  })

  it('is for the treasurer alone', async () => {
    const ctx = await contextFor(db(), who(3), morning('2027-04-20'))
    await expect(resendReturned(ctx, { mailId: failed[0]! })).rejects.toMatchObject({ status: 403 })
  })

  it('leaves once, pressed twice at the same moment and once more later', async () => {
    await Promise.all([resend('2027-04-20', failed[0]!), resend('2027-04-20', failed[0]!)])
    await resend('2027-04-21', failed[0]!)
    const [mail, ...others] = await mailsTo('juste@cpts.test')
    const [first] = await mailsTo(who(0).email)
    expect(others).toEqual([])
    expect(mail!.subject).toBe(first!.subject)
    expect(mail!.props).toMatchObject({ rank: 1, then: expect.stringContaining('5 mai 2027') })
    expect(await db().journalEntry.count({ where: { act: 'dues.sent-again' } })).toBe(1)
    const file = await casePage(await treasurer('2027-04-21'), (await duesOfMember(db(), who(0))).id)
    expect(file.undelivered).toBe(0)
    expect(file.taken[2]).toMatchObject({
      on: '2027-04-15',
      failed: { refused: false, again: { on: '2027-04-20', byMail: true } },
    })
    expect(await waiting(await treasurer('2027-04-21'))).toMatchObject({ returned: 2 })
  })

  it('counts from that day: the next reminder is 15 days after it, not after the one that came back', async () => {
    await nights(db(), '2027-04-21', '2027-05-05')
    expect(await stepsOf(db(), { memberId: who(0).id })).toContain('reminder-2 2027-05-05')
    expect(await stepsOf(db(), { memberId: who(3).id })).toContain('reminder-2 2027-04-30')
    const previous = async (address: string) => (await mailsTo(address)).at(-1)?.props
    expect(await previous('juste@cpts.test')).toMatchObject({
      rank: 2,
      previous: expect.stringMatching(/^20\savril 2027$/),
    })
    expect(await previous(who(3).email)).toMatchObject({ rank: 2, previous: expect.stringMatching(/^15\savril 2027$/) })
  })

  it('may fail in its turn: it then counts for nothing, and is to be sent again or posted', async () => {
    await correct(1, 'fausse@cpts.test')
    await resend('2027-05-06', failed[1]!)
    const again = await comesBack('fausse@cpts.test')
    const ctx = await treasurer('2027-05-07')
    const { id } = await duesOfMember(db(), who(1))
    expect((await casePage(ctx, id)).taken[2]).toMatchObject({ failed: { again: null } })
    const one = (await returned('2027-05-07')).find(({ mailId }) => mailId === again)
    expect(one).toMatchObject({ address: 'fausse@cpts.test', newAddress: null })
    // the mail that failed first was answered: it leaves no more
    await resend('2027-05-07', failed[1]!)
    expect(await mailsTo('fausse@cpts.test')).toHaveLength(1)

    const post = (on: string) => recordReposted(ctx, { messages: [`${id}/reminder-1`], on })
    await expect(post('2027-05-05')).rejects.toMatchObject({ status: 400 })
    await post('2027-05-07')
    await expect(resend('2027-05-08', again)).rejects.toMatchObject({ status: 409 })
    expect((await casePage(ctx, id)).taken[2]).toMatchObject({ failed: { again: { on: '2027-05-07', byMail: false } } })
  })
})

describe('6.4-b the registered letter follows what was sent again', () => {
  it('waits until it left, then 15 days; one message a member and a day', async () => {
    await nights(db(), '2027-05-08', '2027-05-15')
    // reminders 1 and 3 of the third member came back
    const third = await comesBack(who(2).email)
    expect(await stepsOf(db(), { memberId: who(2).id })).toContain('reminder-3 2027-05-15')
    const { id } = await duesOfMember(db(), who(2))
    const prepare = async (day: string) => prepareNotices(await treasurer(day), [id])
    await expect(prepare('2027-06-01')).rejects.toMatchObject({ reasons: [{ rule: '6.4-b' }] })

    await correct(2, 'trois@cpts.test')
    await resend('2027-06-01', failed[2]!)
    const waits = (await returned('2027-06-01')).find(({ mailId }) => mailId === third)
    expect(waits).toMatchObject({ newAddress: 'trois@cpts.test', writtenToday: true })
    await expect(resend('2027-06-01', third)).rejects.toMatchObject({ status: 409 })
    await expect(prepare('2027-06-16')).rejects.toMatchObject({ reasons: [{ rule: '6.4-b' }] })
    await resend('2027-06-02', third)
    await expect(prepare('2027-06-17')).rejects.toMatchObject({ reasons: [{ figures: { waitingMails: 2 } }] })
    await serve(db())
    await expect(prepare('2027-06-16')).rejects.toMatchObject({ status: 409 })
    await prepare('2027-06-17')
    const { body } = await letterOf(db(), id)
    expect(JSON.stringify(body).replace(/\s/g, ' ')).toContain(
      'nos rappels des 30 avril 2027, 1er juin 2027 et 2 juin 2027',
    )
  })

  it('sends nothing again once the dues are paid', async () => {
    const address = who(3).email
    const last = await comesBack(address)
    await correct(3, 'quatre@cpts.test')
    await pay(nightly(db(), '2027-06-14'), [{ duesId: (await duesOfMember(db(), who(3))).id, amountCents: 5000 }])
    await expect(resend('2027-06-14', last)).rejects.toMatchObject({ status: 409 })
    expect(await mailsTo('quatre@cpts.test')).toEqual([])
  })
})
