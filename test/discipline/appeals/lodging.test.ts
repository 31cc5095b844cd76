import { beforeAll, describe, expect, test } from 'vitest'
import { letterFile } from '~/letters/letter-file.server'
import { lodgeAppeal } from '~/discipline/appeals/lodge-appeal.server'
import { recordAppeal } from '~/discipline/appeals/record-appeal.server'
import { caseList } from '~/discipline/cases/case-list.query.server'
import { casePage } from '~/discipline/cases/case-page.query.server'
import { caseSteps } from '~/discipline/cases/case-steps.query.server'
import { dueLeavers } from '~/personal-data/retention/leavers.server'
import { isoDate } from '~/platform/dates'
import { buildAssociation, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { noonOn, notifiedCase, onDay } from '../cases/support'
import { excluded, first, TEXT, THIRTY_DAYS } from './support'

const db = useDatabase()
let built: BuiltAssociation
let next = 0
const president = () => first(built.founders)
const someone = (): BuiltMember => first(built.actives.slice(next++))

beforeAll(async () => {
  built = await buildAssociation(db(), { actives: 12, statutes: THIRTY_DAYS })
})

const rowOf = (id: string) => db().disciplinaryCase.findUniqueOrThrow({ where: { id } })
const mailsTo = (who: BuiltMember, template: string) => db().mail.count({ where: { toAddress: who.email, template } })
const titles = async (who: BuiltMember, day: string, caseId: string) =>
  (await caseSteps(await onDay(db(), who, day))).filter(({ to }) => to.includes(caseId)).map(({ title }) => title)

describe('6.4-a the excluded person asks the assembly to decide again', () => {
  test('6.4-a signs in after leaving, reads the decision, appeals: acknowledged, and who keeps the file is told', async () => {
    const member = someone()
    const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
    const ctx = await onDay(db(), member, '2027-06-10')
    expect(ctx.actor.actingFor).toEqual([])
    expect(await titles(member, '2027-06-10', caseId)).toEqual(['Votre exclusion : un recours est possible'])
    const page = await casePage(ctx, caseId)
    expect(page).toMatchObject({ view: 'concerned', appeal: { lastDay: '2027-07-02', excluded: true, lodged: null } })
    const letter = first(page.letters.filter(({ opens }) => !opens))
    expect((await letterFile(ctx, letter.id)).bytes.length).toBeGreaterThan(1_000)
    const body = JSON.stringify((await db().registeredLetter.findUniqueOrThrow({ where: { id: letter.id } })).body)
    expect(body).toMatch(/30 jours à compter de la première présentation.*ne suspend pas l’exclusion/)
    expect(body).not.toContain('n’organisent pas de recours')

    await lodgeAppeal(ctx, { caseId, text: TEXT })
    const row = await rowOf(caseId)
    expect(row).toMatchObject({ state: 'EXCLUDED', appealWay: 'online', appealText: TEXT, appealOutcome: null })
    expect(row.appealedOn && isoDate(row.appealedOn)).toBe('2027-06-10')
    expect([await mailsTo(member, 'appeal-received'), await mailsTo(president(), 'appeal-notice')]).toEqual([1, 1])
    const entry = await db().journalEntry.findFirstOrThrow({ where: { act: 'case.appealed', subjectId: caseId } })
    expect(entry).toMatchObject({ doneById: member.accountId, ruling: { outcome: 'lawful' } })
    expect((await db().member.findUniqueOrThrow({ where: { id: member.id } })).leftOn).not.toBeNull()

    const shown = await casePage(await onDay(db(), president(), '2027-06-10'), caseId)
    expect(shown).toMatchObject({ stateWords: 'recours déposé', appeal: { toList: true, lodged: { text: TEXT } } })
    const { open } = await caseList(await onDay(db(), president(), '2027-06-10'))
    expect(open.find(({ id }) => id === caseId)?.stateWords).toBe('recours déposé')
    expect(await titles(member, '2027-06-11', caseId)).toEqual([])
    expect(await titles(president(), '2027-06-11', caseId)).toEqual([
      'Exclusion : inscrire le recours à l’ordre du jour',
    ])
  })

  test('6.4-a lodged twice at once: one appeal, one acknowledgement, one notice', async () => {
    const member = someone()
    const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
    const before = await mailsTo(president(), 'appeal-notice')
    const ctx = await onDay(db(), member, '2027-06-10')
    await Promise.all(['un', 'deux', 'trois'].map((text) => lodgeAppeal(ctx, { caseId, text })))
    expect(await db().journalEntry.count({ where: { act: 'case.appealed', subjectId: caseId } })).toBe(1)
    expect(await mailsTo(member, 'appeal-received')).toBe(1)
    expect(await mailsTo(president(), 'appeal-notice')).toBe(before + 1)
  })

  test.each([
    ['2027-07-01', true],
    ['2027-07-02', true],
    ['2027-07-03', false],
  ])('6.4-a presented on 2 June, thirty days: appealed on %s → %s', async (day, allowed) => {
    const member = someone()
    const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
    const lodging = lodgeAppeal(await onDay(db(), member, day), { caseId, text: '' })
    if (allowed) await lodging
    else
      await expect(lodging).rejects.toMatchObject({
        status: 409,
        reasons: [{ rule: '6.4-a', figures: { days: 30, deadline: '2027-07-02', since: '2027-06-02' } }],
      })
    expect((await rowOf(caseId)).appealedOn !== null).toBe(allowed)
  })

  test('6.4-a by letter: the keeper records the day that counts, within the delay, once', async () => {
    const member = someone()
    const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
    const ctx = await onDay(db(), president(), '2027-07-05')
    const letter = (on: string) => recordAppeal(ctx, { caseId, on, text: '' })
    await expect(letter('2027-07-03')).rejects.toMatchObject({ status: 409, reasons: [{ rule: '6.4-a' }] })
    await expect(letter('2027-07-06')).rejects.toMatchObject({ status: 400 })
    await expect(letter('2027-05-27')).rejects.toMatchObject({ status: 400 })
    await Promise.all([letter('2027-07-02'), letter('2027-07-02')])
    expect(await rowOf(caseId)).toMatchObject({ appealWay: 'letter', appealText: null })
    await expect(letter('2027-07-01')).rejects.toThrow(/déjà enregistré/)
    expect(await mailsTo(member, 'appeal-received')).toBe(1)
  })

  test('6.4-a neither anybody else nor the keeper in his name: 404', async () => {
    const member = someone()
    const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
    const gone = { status: 404 }
    for (const other of [...built.founders.slice(1), someone()]) {
      const ctx = await onDay(db(), other, '2027-06-10')
      await expect(lodgeAppeal(ctx, { caseId, text: TEXT })).rejects.toMatchObject(gone)
      await expect(recordAppeal(ctx, { caseId, on: '2027-06-10', text: '' })).rejects.toMatchObject(gone)
    }
    await expect(lodgeAppeal(await onDay(db(), president(), '2027-06-10'), { caseId, text: '' })).rejects.toMatchObject(
      gone,
    )
    const own = await onDay(db(), member, '2027-06-10')
    await expect(recordAppeal(own, { caseId, on: '2027-06-10', text: '' })).rejects.toMatchObject(gone)
    expect((await rowOf(caseId)).appealedOn).toBeNull()
  })

  test('6.4-a none while nothing is decided; contact data stay until the assembly has answered', async () => {
    const member = someone()
    const { caseId } = await notifiedCase(db(), president(), member, { presentedOn: '2027-05-12' })
    await expect(lodgeAppeal(await onDay(db(), member, '2027-05-20'), { caseId, text: '' })).rejects.toMatchObject({
      status: 404,
    })
    const other = someone()
    const second = await excluded(db(), built, other, { presentedOn: '2027-06-02' })
    const later = { db: db(), now: noonOn('2027-10-01'), actor: null }
    expect((await dueLeavers(later)).contact).toContain(other.id)
    await lodgeAppeal(await onDay(db(), other, '2027-06-10'), { caseId: second, text: '' })
    expect((await dueLeavers(later)).contact).not.toContain(other.id)
  })
})
