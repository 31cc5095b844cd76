import { beforeAll, describe, expect, it } from 'vitest'
import { callDues } from '~/dues/ladder/call-dues.server'
import { followDuesLetter } from '~/dues/ladder/follow-letter.server'
import { prepareNotices } from '~/dues/ladder/prepare-notices.server'
import { applyEffect, applyRejection } from '~/effects.server'
import { letterFile } from '~/letters/letter-file.server'
import { recordExplanation } from '~/letters/record-explanation.server'
import { recordLetterStep } from '~/letters/record-letter-step.server'
import { heldRemovals } from '~/meetings/removals/held-removals.server'
import { runRemovalsNight } from '~/meetings/removals/removals-night.server'
import { dateColumn, dateFromInstant, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { letterOf, morning, night, nightly, nights, stepsOf } from '../../support/ladder'
import { pay } from '../../support/ledger'
import { duesOfMember, textOfPdf } from '../../support/payments'

const db = useDatabase()
let built: BuiltAssociation
let anne: BuiltAssociation['actives'][number]
let paul: BuiltAssociation['actives'][number]
let founder: BuiltAssociation['founders'][number]
let meetingId: string

const as = (who: { accountId: string }, day: string) => contextFor(db(), who, morning(day))
const treasurer = (day: string) => as(built.founders[2]!, day)
const dues = (who: { id: string }) => duesOfMember(db(), who)

/** What the close of the ballot does with this resolution. */
async function decide(resolution: { id: string; number: number; effect: unknown }, day: string, adopted: boolean) {
  const meeting = await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })
  const ctx = await as(built.founders[0]!, day)
  const decision = { meeting, resolution: resolution as Parameters<typeof applyEffect>[2]['resolution'] }
  await transact(db(), (tx) => (adopted ? applyEffect : applyRejection)(tx, ctx, decision))
  await db().resolution.update({ where: { id: resolution.id }, data: { state: adopted ? 'ADOPTED' : 'REJECTED' } })
}

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 4, actives: 4, honorary: 0, duesYear: 2027, settled: false })
  ;[anne, paul] = [built.actives[0]!, built.actives[1]!]
  founder = built.founders[3]!
  await callDues(await treasurer('2027-02-01'), { year: 2027 })
  await nights(db(), '2027-04-01', '2027-05-30')
})

describe('6.4-b the letter', () => {
  it('is refused before its day, to a founder who owes one year (6.1-b), and to another officer', async () => {
    const early = prepareNotices(await treasurer('2027-05-29'), [(await dues(anne)).id])
    await expect(early).rejects.toMatchObject({ reasons: [{ rule: '6.4-b', figures: { earliest: '2027-05-30' } }] })
    const one = prepareNotices(await treasurer('2027-06-01'), [(await dues(founder)).id])
    await expect(one).rejects.toMatchObject({ reasons: [{ rule: '6.1-b', figures: { unpaidYears: 1, required: 2 } }] })
    const other = prepareNotices(await as(built.founders[1]!, '2027-06-01'), [(await dues(anne)).id])
    await expect(other).rejects.toMatchObject({ status: 403 })
  })

  it('says the facts, the sum, the delay, the sanction and the right to explain', async () => {
    await prepareNotices(await treasurer('2027-06-01'), [(await dues(anne)).id, (await dues(paul)).id])
    const letter = await letterOf(db(), (await dues(anne)).id)
    const { bytes } = await letterFile(await treasurer('2027-06-01'), letter.id)
    const said = textOfPdf(bytes).replace(/\s+/g, ' ')
    for (const words of [
      'Lettre recommandée avec avis de réception', 'Mme Actif 1 1 rue des Lilas 94200 Ivry-sur-Seine',
      'Somme restant due 50,00 €', '31 mars 2027', 'C2027-00005', '15 avril 2027, 30 avril 2027 et 15 mai 2027', 'article 6.4', 'radiation',
      'par écrit ou oralement, dans un délai de 15 jours à compter de la première présentation', 'vous faire assister', 'Dr Fondateur 1', 'page 1 / 1',
    ]) expect(said).toContain(words) // prettier-ignore
    expect(await stepsOf(db(), { duesId: (await dues(anne)).id })).toHaveLength(5)
  })

  it('counts as sent on the day of its deposit, each proof not before the one before', async () => {
    for (const who of [anne, paul]) {
      const { id: letterId } = await letterOf(db(), (await dues(who)).id)
      const ctx = await treasurer('2027-06-10')
      const step = (input: Partial<Parameters<typeof recordLetterStep>[1]>) =>
        recordLetterStep(ctx, { letterId, ...input } as Parameters<typeof recordLetterStep>[1], followDuesLetter)
      await expect(step({ step: 'presented', on: '2027-06-04' })).rejects.toThrow('Enregistrez d’abord le dépôt')
      const electronic = step({
        step: 'deposited',
        on: '2027-06-02',
        channel: 'ELECTRONIC',
        postalNumber: 'R1',
        provider: 'AR',
      })
      await expect(electronic).rejects.toMatchObject({ fieldErrors: { channel: [expect.stringContaining('accepté')] } })
      await expect(step({ step: 'deposited', on: '2027-06-11', postalNumber: '1A' })).rejects.toMatchObject({
        status: 400,
      })
      await step({ step: 'deposited', on: '2027-06-02', channel: 'POSTAL', postalNumber: '1A 123' })
      await expect(step({ step: 'presented', on: '2027-06-01' })).rejects.toMatchObject({ status: 400 })
      await step({ step: 'presented', on: '2027-06-03' })
      await step({ step: 'presented', on: '2027-06-04' })
      await step({ step: 'returned', on: '2027-06-10', reason: 'non réclamé' })
    }
    expect((await stepsOf(db(), { duesId: (await dues(anne)).id })).at(-1)).toBe('formal-notice 2027-06-02')
    expect(isoDate((await dues(anne)).nextOn!)).toBe('2027-06-20')
  })

  it('keeps what the member answers; nobody else answers for him', async () => {
    const { id: letterId } = await letterOf(db(), (await dues(anne)).id)
    const said = { letterId, text: 'J’étais à l’hôpital.', source: 'online' as const, receivedOn: '2027-06-12' }
    await expect(recordExplanation(await as(paul, '2027-06-12'), said)).rejects.toMatchObject({ status: 404 })
    await recordExplanation(await as(anne, '2027-06-12'), said)
    await recordExplanation(await treasurer('2027-06-14'), { ...said, source: 'hearing', text: 'Elle paiera.' })
    expect(await db().explanation.count({ where: { letterId } })).toBe(2)
  })
})

describe('6.4-b the agenda and the decision', () => {
  it('puts the cases on the next AGO in preparation once the answer time is over', async () => {
    meetingId = (await buildMeeting(db(), built, { date: '2027-09-20', resolutions: [] })).id
    await nights(db(), '2027-06-19', '2027-06-19')
    await runRemovalsNight(nightly(db(), '2027-06-19'))
    expect(await db().resolution.count()).toBe(0)
    await night(db(), '2027-06-20')
    await runRemovalsNight(nightly(db(), '2027-06-20'))
    await runRemovalsNight(nightly(db(), '2027-06-21'))
    const resolutions = await db().resolution.findMany({ orderBy: { number: 'asc' }, include: { item: true } })
    expect(resolutions.map(({ title, secret }) => [title, secret])).toEqual([
      ['Radiation de Mme Actif 1', true],
      ['Radiation de Mme Actif 2', true],
    ])
    expect(resolutions[0]).toMatchObject({ item: { title: 'Radiation pour défaut de paiement' } })
    expect(resolutions[0]?.text).toContain('explications reçues')
    expect(await stepsOf(db(), { duesId: (await dues(anne)).id })).not.toContainEqual(expect.stringContaining('listed'))
  })

  it('refuses to remove before the convocation has put the case on an agenda', async () => {
    const [first] = await db().resolution.findMany({ orderBy: { number: 'asc' } })
    await expect(decide(first!, '2027-09-20', true)).rejects.toMatchObject({
      reasons: [{ rule: '6.4-b', sentence: expect.stringContaining('inscrite à l’ordre du jour') }],
    })
  })

  it('is neither opened nor pronounced while a transfer of his waits in a statement; put aside, it goes on', async () => {
    const [first] = await db().resolution.findMany({ orderBy: { number: 'asc' } })
    const statement = await db().bankStatement.create({
      data: { fileName: 'releve.csv', createdAt: dateFromInstant(morning('2027-09-15')) },
    })
    const label = `VIR ${(await dues(anne)).reference}`
    const line = await db().bankLine.create({
      data: { statementId: statement.id, fingerprint: label, on: dateColumn('2027-09-14'), label, amountCents: 5000 },
    })
    const heldOn = (on: string) => transact(db(), (tx) => heldRemovals(tx, [first!], on))
    expect(await heldOn('2027-09-13')).toEqual(new Map())
    expect((await heldOn('2027-09-14')).get(first!.id)).toMatchObject([{ rule: '6.4-b', figures: { cents: 5000 } }])
    const refusal = decide(first!, '2027-09-20', true)
    await expect(refusal).rejects.toMatchObject({
      reasons: expect.arrayContaining([
        expect.objectContaining({ figures: expect.objectContaining({ money: 'transfer' }) }),
      ]),
    })
    await db().bankLine.update({ where: { id: line.id }, data: { state: 'IGNORED' } })
  })

  it('removes: step, end of membership, second letter; and keeps who is not removed', async () => {
    await db().meeting.update({
      where: { id: meetingId },
      data: { state: 'CONVENED', convenedAt: dateFromInstant(morning('2027-09-01')) },
    })
    await runRemovalsNight(nightly(db(), '2027-09-02'))
    expect((await stepsOf(db(), { duesId: (await dues(anne)).id })).at(-1)).toBe('listed 2027-09-01')
    const [first, second] = await db().resolution.findMany({ orderBy: { number: 'asc' } })
    await decide(first!, '2027-09-20', true)
    await decide(second!, '2027-09-20', false)
    expect(await dues(anne)).toMatchObject({ stage: 'removed', closedAs: 'REMOVED' })
    expect(await dues(paul)).toMatchObject({ stage: 'kept', closedAs: 'KEPT' })
    const gone = await db().member.findUniqueOrThrow({ where: { id: anne.id } })
    expect(isoDate(gone.leftOn!)).toBe('2027-09-20')
    expect(await db().member.count({ where: { id: paul.id, leftOn: null } })).toBe(1)
    const letters = await db().registeredLetter.findMany({ where: { kind: 'dues-decision' } })
    expect(letters.map(({ depositedOn }) => depositedOn)).toEqual([null, null])
  })

  it('ends with the deposit of the second letter', async () => {
    const letter = await db().registeredLetter.findFirstOrThrow({ where: { kind: 'dues-decision', memberId: anne.id } })
    const deposit = { step: 'deposited', on: '2027-09-22', channel: 'POSTAL', postalNumber: '1A 999' } as const
    await recordLetterStep(await treasurer('2027-09-22'), { letterId: letter.id, ...deposit }, followDuesLetter)
    expect((await stepsOf(db(), { duesId: (await dues(anne)).id })).slice(5)).toEqual([
      'formal-notice 2027-06-02',
      'answer-over 2027-06-20',
      'listed 2027-09-01',
      'removed 2027-09-20',
      'notified 2027-09-22',
    ])
  })
})

describe('6.4-b payment ends it', () => {
  it('takes back the letter that was not posted, and refuses to prepare another', async () => {
    const marie = built.actives[2]!
    const { id } = await dues(marie)
    await prepareNotices(await treasurer('2027-06-01'), [id])
    await pay(nightly(db(), '2027-06-02'), [{ duesId: id, amountCents: 5000 }])
    expect(await db().registeredLetter.count({ where: { subjectId: id } })).toBe(0)
    await expect(prepareNotices(await treasurer('2027-06-03'), [id])).rejects.toThrow('close')
    expect(await dues(marie)).toMatchObject({ closedAs: 'SETTLED', nextOn: null, stage: 'reminder-3' })
    expect(dateColumn('2027-06-02')).toEqual((await dues(marie)).settledOn)
  })
})
