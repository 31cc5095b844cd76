import { beforeAll, describe, expect, it } from 'vitest'
import { callDues } from '~/dues/ladder/call-dues.server'
import { followDuesLetter } from '~/dues/ladder/follow-letter.server'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { recordLetterStep } from '~/letters/record-letter-step.server'
import { runRemovalsNight } from '~/meetings/removals/removals-night.server'
import { decideByPresident } from '~/membership/removal/decide-by-president.server'
import { addMembers, buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { letterOf, morning, nightly, nights, stepsOf } from '../../support/ladder'
import { duesOfMember } from '../../support/payments'
import { statutesWith } from '../../statutes/build'

const db = useDatabase()
let built: BuiltAssociation
const as = (index: number, day: string) => contextFor(db(), built.founders[index]!, morning(day))
const duesId = async (index: number) => (await duesOfMember(db(), built.actives[index]!)).id

beforeAll(async () => {
  const statutes = statutesWith((one) => {
    one.dues.removalBy = 'president'
    one.dues.reminders = 1
  })
  built = await buildAssociation(db(), { founders: 3, actives: 2, honorary: 0, settled: false, statutes })
  await callDues(await as(2, '2027-02-01'), { year: 2027 })
  await nights(db(), '2027-04-01', '2027-04-15')
  const ids = [await duesId(0), await duesId(1)]
  await prepareNotices(await as(2, '2027-05-01'), ids)
  for (const id of ids) {
    const { id: letterId } = await letterOf(db(), id)
    const deposit = { step: 'deposited', on: '2027-05-01', channel: 'POSTAL', postalNumber: '1A' } as const
    await recordLetterStep(await as(2, '2027-05-02'), { letterId, ...deposit }, followDuesLetter)
    await recordLetterStep(
      await as(2, '2027-05-03'),
      { letterId, step: 'presented', on: '2027-05-03' },
      followDuesLetter,
    )
  }
})

describe('6.4-b the President pronounces, where the statutes say so', () => {
  it('hears of the case once the answer time is over, not of an agenda', async () => {
    await buildMeeting(db(), built, { date: '2027-09-20', resolutions: [] })
    const early = decideByPresident(await as(0, '2027-05-19'), {
      duesId: await duesId(0),
      adopted: true,
      confirmation: 'Mme Actif 1',
    })
    await expect(early).rejects.toMatchObject({
      reasons: expect.arrayContaining([expect.objectContaining({ rule: '6.4-b' })]),
    })
    await nights(db(), '2027-05-18', '2027-05-20')
    await runRemovalsNight(nightly(db(), '2027-05-20'))
    expect(await db().resolution.count()).toBe(0)
    expect((await stepsOf(db(), { duesId: await duesId(0) })).slice(-2)).toEqual([
      'answer-over 2027-05-19',
      'listed 2027-05-20',
    ])
  })
  it('is not for another officer, nor without the name written out', async () => {
    const input = { duesId: await duesId(0), adopted: true, confirmation: 'Mme Actif 1' }
    await expect(decideByPresident(await as(2, '2027-05-21'), input)).rejects.toMatchObject({ status: 403 })
    const unnamed = decideByPresident(await as(0, '2027-05-21'), { ...input, confirmation: 'oui' })
    await expect(unnamed).rejects.toMatchObject({
      fieldErrors: { confirmation: [expect.stringContaining('Mme Actif 1')] },
    })
  })
  it('removes one, keeps the other, and writes to both', async () => {
    await decideByPresident(await as(0, '2027-05-21'), {
      duesId: await duesId(0),
      adopted: true,
      confirmation: 'Mme Actif 1',
    })
    await decideByPresident(await as(0, '2027-05-21'), { duesId: await duesId(1), adopted: false, confirmation: '' })
    const closed = await db().dues.findMany({
      where: { id: { in: [await duesId(0), await duesId(1)] } },
      orderBy: { reference: 'asc' },
    })
    expect(closed.map(({ closedAs }) => closedAs)).toEqual(['REMOVED', 'KEPT'])
    expect(await db().registeredLetter.count({ where: { kind: 'dues-decision' } })).toBe(2)
    expect(await db().member.count({ where: { id: built.actives[0]!.id, leftOn: { not: null } } })).toBe(1)
  })
})

describe('12-a taking over a year that was called elsewhere', () => {
  it('sends nothing; the first reminder comes next', async () => {
    const [late] = await addMembers(db(), { category: 'active', count: 1, name: 'Repris' })
    const { id: periodId } = await db().duesPeriod.findUniqueOrThrow({ where: { year: 2027 } })
    await db().duesRate.createMany({ data: [{ periodId, category: 'active', amountCents: 5000 }] })
    const mails = await db().mail.count()
    expect(await callDues(await as(2, '2027-06-01'), { year: 2027, takenOver: true })).toMatchObject({
      mails: 0,
      takenOver: 1,
    })
    expect(await db().mail.count()).toBe(mails)
    await nights(db(), '2027-06-02', '2027-06-02')
    expect(await stepsOf(db(), { memberId: late!.id })).toEqual([
      'called 2027-03-31',
      'due 2027-04-01',
      'reminder-1 2027-06-02',
    ])
  })
})
