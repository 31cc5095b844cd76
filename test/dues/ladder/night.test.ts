import { beforeAll, describe, expect, it } from 'vitest'
import { callDues } from '~/dues/ladder/call-dues.server'
import { runDuesNight } from '~/dues/ladder/run-dues-night.server'
import { dateColumn, isoDate } from '~/platform/dates'
import { addMembers, buildAssociation, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { morning, night, nightly, nights, stepsOf } from '../../support/ladder'
import { duesOfMember } from '../../support/payments'

const db = useDatabase()
let built: BuiltAssociation
let [anne, noMail, busy, gone]: BuiltAssociation['actives'] = []

const member = (found: typeof anne) => {
  if (!found) throw new Error('no such member')
  return found
}
const dues = (found: typeof anne) => duesOfMember(db(), member(found))
const treasurer = (day: string) => contextFor(db(), member(built.founders[2]), morning(day))

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 3, actives: 5, honorary: 1, duesYear: 2027, settled: false })
  ;[anne, noMail, busy, gone] = built.actives
  const { id: periodId } = await db().duesPeriod.findUniqueOrThrow({ where: { year: 2027 } })
  await db().duesRate.createMany({
    data: ['founder', 'active'].map((category) => ({ periodId, category, amountCents: 5000 })),
  })
  await db().member.update({ where: { id: member(noMail).id }, data: { email: null, accountId: null } })
})

describe('6.4-b the call and the night', () => {
  it('12-a only the treasurer calls; nothing moves before', async () => {
    await night(db(), '2027-01-20')
    expect(await db().duesStep.count()).toBe(0)
    const ctx = await contextFor(db(), member(built.actives[0]), morning('2027-02-01'))
    await expect(callDues(ctx, { year: 2027 })).rejects.toMatchObject({ status: 403 })
    await expect(callDues(await treasurer('2027-02-01'), { year: 2031 })).rejects.toMatchObject({ status: 404 })
  })

  it('12-a writes once to each, counts who needs a letter, and again only to who is left', async () => {
    const called = await callDues(await treasurer('2027-02-01'), { year: 2027 })
    expect(called).toEqual({ mails: 7, letters: 1, held: 0, takenOver: 0, owedCents: 40_000 })
    expect(await callDues(await treasurer('2027-02-02'), { year: 2027 })).toMatchObject({ mails: 0, letters: 1 })
    const mails = await db().mail.findMany({ where: { template: 'dues-call' } })
    expect(mails).toHaveLength(7)
    expect(mails[0]?.subject).toContain('Cotisation 2027')
    expect(mails[0]?.props).toMatchObject({ contact: { name: 'Dr Fondateur 3' }, dueDate: expect.any(String) })
  })

  it('sends each reminder on its day, once, and waits for the letter', async () => {
    await db().payment.create({
      data: {
        method: 'SEPA_DEBIT', state: 'PROCESSING', payerName: 'Actif 3', expectedCents: 5000,
        createdAt: dateColumn('2027-03-20'), lines: { create: { duesId: (await dues(busy)).id, position: 1, amountCents: 5000 } },
      },
    }) // prettier-ignore
    await nights(db(), '2027-03-30', '2027-04-16')
    await db().member.update({ where: { id: member(gone).id }, data: { leftOn: dateColumn('2027-04-17') } })
    await nights(db(), '2027-04-17', '2027-06-05')
    const { id, nextOn } = await dues(anne)
    expect(await stepsOf(db(), { duesId: id })).toEqual([
      'called 2027-02-01',
      'due 2027-04-01',
      'reminder-1 2027-04-15',
      'reminder-2 2027-04-30',
      'reminder-3 2027-05-15',
    ])
    expect(nextOn).toBeNull()
    const subjects = await db().mail.findMany({
      where: { toAddress: member(anne).email, template: 'dues-reminder' },
      orderBy: { queuedAt: 'asc' },
    })
    expect(subjects.map(({ subject }) => subject.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      'Cotisation 2027, rappel : 50,00 € à régler',
      'Cotisation 2027, deuxième rappel : 50,00 € à régler',
      'Cotisation 2027, dernier rappel : 50,00 € à régler',
    ])
    expect(subjects[2]?.props).toMatchObject({ then: expect.stringContaining('lettre recommandée') })
  })

  it('leaves alone who has no address, a payment under way, and who has left', async () => {
    expect(await stepsOf(db(), { memberId: member(noMail).id })).toEqual([])
    expect(isoDate((await dues(noMail)).nextOn ?? dateColumn('2000-01-01')) <= '2027-06-05').toBe(true)
    expect(await stepsOf(db(), { memberId: member(busy).id })).toEqual(['called 2027-02-01'])
    expect(await dues(gone)).toMatchObject({ closedAs: 'LEFT', nextOn: null })
    expect(await stepsOf(db(), { memberId: member(gone).id })).toHaveLength(3)
  })

  it('keeps a record of each run', async () => {
    const summary = await night(db(), '2027-06-06')
    expect(summary).toMatchObject({ steps: 0, messages: 0, withoutAddress: 1, underWay: 1 })
  })

  it('a member imported late starts at reminder 1, and gets one message a night', async () => {
    const [late] = await addMembers(db(), { category: 'active', count: 1, name: 'Tardif' })
    await nights(db(), '2027-06-10', '2027-06-13')
    expect(await stepsOf(db(), { memberId: member(late).id })).toEqual([
      'called 2027-03-31',
      'due 2027-04-01',
      'reminder-1 2027-06-11',
    ])
    await nights(db(), '2027-07-20', '2027-07-24')
    expect((await stepsOf(db(), { memberId: member(late).id })).slice(3)).toEqual(['reminder-2 2027-07-20'])
  })

  it('two runs at once do what one does', async () => {
    await Promise.all([1, 2, 3].map(() => runDuesNight(nightly(db(), '2027-09-01'))))
    const sent = await db().duesStep.groupBy({
      by: ['memberId'],
      where: { on: dateColumn('2027-09-01') },
      _count: true,
    })
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.every(({ _count }) => _count === 1)).toBe(true)
    const runs = await db().duesRun.findMany({ where: { on: dateColumn('2027-09-01') } })
    expect(runs.filter(({ finishedAt }) => finishedAt)).toHaveLength(3)
  })
})
