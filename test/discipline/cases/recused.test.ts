import { beforeAll, describe, expect, test } from 'vitest'
import { handles } from '~/letters/letter-access.server'
import { letterFile, lettersToPost } from '~/letters/letter-file.server'
import { letterListPage } from '~/letters/letter-list.query.server'
import { letterPage } from '~/letters/letter-page.query.server'
import { recordExplanation } from '~/letters/record-explanation.server'
import { recordLetterStep } from '~/letters/record-letter-step.server'
import { abandonCase } from '~/discipline/cases/abandon-case.server'
import { caseList, caseMembers, recusedFrom } from '~/discipline/cases/case-list.query.server'
import { casePage } from '~/discipline/cases/case-page.query.server'
import { caseSteps } from '~/discipline/cases/case-steps.query.server'
import { decideCase } from '~/discipline/cases/decide-case.server'
import { openCase } from '~/discipline/cases/open-case.server'
import { putToVote } from '~/discipline/cases/put-to-vote.server'
import { recordHearing } from '~/discipline/cases/record-hearing.server'
import { recordRecusal } from '~/discipline/cases/record-recusal.server'
import { saveCaseFile } from '~/discipline/cases/save-case-file.server'
import { sendNotice } from '~/discipline/cases/send-notice.server'
import { setHearing } from '~/discipline/cases/set-hearing.server'
import { memberSheet } from '~/members/register/sheet/member-sheet.query.server'
import { memberHistory } from '~/personal-data/history/member-history.query.server'
import { dateColumn } from '~/platform/dates'
import { buildAssociation, buildMeeting, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { FACTS, notifiedCase, onDay, REASONS } from './support'

const db = useDatabase()
let built: BuiltAssociation
let next = 0
const seat = (index: number): BuiltMember => {
  const found = built.founders[index]
  if (!found) throw new Error('members are missing')
  return found
}
const president = () => seat(0)
const secretary = () => seat(1)
const treasurer = () => seat(2)
const vice = () => seat(3)
const file = { facts: FACTS, ruleBroken: 'article 4' }
const gone = { status: 404 }

beforeAll(async () => {
  built = await buildAssociation(db(), { actives: 8 })
})

/** A case whose letter is written, from which the President is then recused on 13 May 2027. */
async function recusedCase() {
  const member = built.actives[next++]
  if (!member) throw new Error('members are missing')
  const opened = await notifiedCase(db(), president(), member, { presentedOn: '2027-05-12', hearing: true })
  const { keeps } = await recordRecusal(await onDay(db(), president(), '2027-05-13'), {
    caseId: opened.caseId,
    memberId: president().id,
    ground: 'complainant',
  })
  expect(keeps).toBe(false)
  return { member, ...opened }
}

describe('6.4-a an officer whom a case involves keeps its file no more', () => {
  test('6.4-a recused, he sees nothing of it and does nothing to it: neither the case, nor its letters, nor its answers', async () => {
    const { caseId, letterId, member } = await recusedCase()
    const ctx = await onDay(db(), president(), '2027-05-20')
    const meeting = await buildMeeting(db(), built, { date: '2027-06-12', resolutions: [{}] })
    const hearing = { caseId, way: 'hearing', on: '2027-06-02', time: '18:00', place: 'au siège' } as const
    const tried = [
      casePage(ctx, caseId),
      abandonCase(ctx, caseId),
      saveCaseFile(ctx, { caseId, ...file }),
      sendNotice(ctx, hearing),
      setHearing(ctx, hearing),
      recordHearing(ctx, { caseId, held: 'yes', notes: 'Il s’est expliqué.' }),
      recordRecusal(ctx, { caseId, memberId: secretary().id, ground: 'related' }),
      putToVote(ctx, { caseId, meetingId: meeting.id }),
      decideCase(ctx, { caseId, outcome: 'keep', reasons: REASONS, confirm: member.label }),
      letterPage(ctx, letterId),
      letterFile(ctx, letterId),
      recordLetterStep(ctx, { letterId, step: 'received', on: '2027-05-13' }),
      recordExplanation(ctx, { letterId, text: 'Dicté.', source: 'letter', receivedOn: '2027-05-15' }),
    ]
    for (const act of await Promise.allSettled(tried)) expect(act).toMatchObject({ status: 'rejected', reason: gone })
    expect(await caseSteps(ctx)).toEqual([])
    const { open, over } = await caseList(ctx)
    expect([...open, ...over].filter(({ id }) => id === caseId)).toEqual([])
    const letters = await letterListPage(ctx, { etat: 'en-cours', q: '' }, null)
    expect(letters.lines.filter(({ id }) => id === letterId)).toEqual([])
    const sheet = await memberSheet(ctx, member.id)
    expect(JSON.stringify(sheet && (await memberHistory(ctx, sheet)))).not.toContain('Procédure')
    expect(await recusedFrom(ctx)).toContainEqual({ name: secretary().label, title: 'Secrétariat' })
  })

  test('6.4-a nobody left who leads procedures: the other officers keep it, and sign what is written', async () => {
    const member = built.actives[next++]
    if (!member) throw new Error('members are missing')
    const opening = await onDay(db(), president(), '2027-05-10')
    const { caseId } = await openCase(opening, { kind: 'EXCLUSION', memberId: member.id, ...file })
    for (const officer of [secretary(), treasurer()])
      await expect(casePage(await onDay(db(), officer, '2027-05-10'), caseId)).rejects.toMatchObject(gone)
    await recordRecusal(opening, { caseId, memberId: president().id, ground: 'target' })
    const keeper = await onDay(db(), secretary(), '2027-05-10')
    expect((await caseSteps(keeper)).map(({ title }) => title)).toContain('Exclusion : écrire la lettre')
    const { letterId } = await sendNotice(keeper, { caseId, way: 'writing' })
    const { body } = await db().registeredLetter.findUniqueOrThrow({ where: { id: letterId } })
    expect(body).toMatchObject({ signer: { name: secretary().label, title: 'Secrétariat' } })
    expect(JSON.stringify(body)).toContain(`adressées à ${secretary().label} (secrétariat)`)
    expect(JSON.stringify(body)).not.toContain('au Président')
    const other = await onDay(db(), treasurer(), '2027-05-10')
    expect(await casePage(other, caseId)).toMatchObject({ view: 'conducts', inTheirPlace: true, decides: false })
    expect((await letterListPage(other, { etat: 'a-poster', q: '' }, null)).lines.map(({ id }) => id)).toContain(
      letterId,
    )
    expect((await lettersToPost(other)).fileName).toBe('lettres-a-poster.pdf')
    await recordLetterStep(other, {
      letterId,
      step: 'deposited',
      on: '2027-05-10',
      channel: 'POSTAL',
      postalNumber: '1A 234 567 8901 2',
    })
    await recordRecusal(keeper, { caseId, memberId: secretary().id, ground: 'related' })
    await expect(casePage(keeper, caseId)).rejects.toMatchObject(gone)
    expect((await casePage(other, caseId)).answersTo).toContain(treasurer().label)
  })

  test('6.4-a a vice-president who is not involved keeps it alone; the member concerned never does', async () => {
    const { id } = await db().mandate.create({
      data: { office: 'vice-president', memberId: vice().id, holderName: vice().label, from: dateColumn('2025-06-10'), termEnd: dateColumn('2028-06-10'), source: 'AGO' }, // prettier-ignore
    })
    const { caseId, letterId } = await recusedCase()
    const day = (who: BuiltMember) => onDay(db(), who, '2027-05-20')
    expect(await casePage(await day(vice()), caseId)).toMatchObject({ view: 'conducts', inTheirPlace: false })
    await expect(casePage(await day(secretary()), caseId)).rejects.toMatchObject(gone)
    const letter = await db().registeredLetter.findUniqueOrThrow({ where: { id: letterId } })
    expect(await handles(db(), await day(secretary()), letter)).toBe(false)
    expect((await caseMembers(await day(secretary()))).map(({ value }) => value)).toEqual([])
    expect((await caseMembers(await day(vice()))).map(({ value }) => value)).not.toContain(vice().id)
    await expect(
      openCase(await day(secretary()), { kind: 'EXCLUSION', memberId: president().id, ...file }),
    ).rejects.toMatchObject({ status: 403 })
    await db().mandate.delete({ where: { id } })
  })

  test('6.4-a where the President alone leads procedures, the others of the Bureau open the one that concerns him', async () => {
    const keeper = await onDay(db(), treasurer(), '2027-05-20')
    expect((await caseMembers(keeper)).map(({ value }) => value)).toEqual([president().id])
    const { caseId } = await openCase(keeper, { kind: 'EXCLUSION', memberId: president().id, ...file })
    expect(await casePage(keeper, caseId)).toMatchObject({ view: 'conducts', organ: 'ago' })
    await expect(casePage(await onDay(db(), president(), '2027-05-20'), caseId)).rejects.toMatchObject(gone)
    await abandonCase(keeper, caseId)
  })

  test('6.4-a the last who could keep it: warned first, with the articles; then nobody does until the assembly elects', async () => {
    const { caseId } = await recusedCase()
    const day = (who: BuiltMember) => onDay(db(), who, '2027-05-20')
    const recuse = async (by: BuiltMember, who: BuiltMember, unkept?: boolean) =>
      recordRecusal(await day(by), { caseId, memberId: who.id, ground: 'related', ...(unkept && { unkept }) })
    expect(await recuse(treasurer(), secretary())).toEqual({ keeps: true })
    await expect(recuse(treasurer(), treasurer())).rejects.toMatchObject({
      status: 400,
      fieldErrors: { unkept: [expect.any(String)] },
      reasons: [{ rule: '6.4-a' }, { rule: '13.2-b', sentence: expect.stringContaining('élit le Bureau') }],
    })
    expect(await casePage(await day(treasurer()), caseId)).toMatchObject({ view: 'conducts' })
    const both = await Promise.allSettled([true, true].map((unkept) => recuse(treasurer(), treasurer(), unkept)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    for (const officer of [president(), secretary(), treasurer()])
      await expect(casePage(await day(officer), caseId)).rejects.toMatchObject(gone)
    expect(await recusedFrom(await day(treasurer()))).toContain(null)
    expect(await db().journalEntry.findMany({ where: { act: 'case.recused', subjectId: caseId } })).toContainEqual(
      expect.objectContaining({ details: expect.objectContaining({ officersLeft: 0 }) }),
    )
    const { id } = await db().mandate.create({
      data: { office: 'deputy-secretary', memberId: vice().id, holderName: vice().label, from: dateColumn('2027-05-19'), termEnd: dateColumn('2028-06-10'), source: 'AGO' }, // prettier-ignore
    })
    expect(await casePage(await day(vice()), caseId)).toMatchObject({ view: 'conducts', inTheirPlace: true })
    await db().mandate.delete({ where: { id } })
  })

  test('6.4-a an officer without an account keeps nothing: the warning comes one recusal earlier', async () => {
    const { caseId } = await recusedCase()
    const { accountId } = treasurer()
    await db().member.update({ where: { id: treasurer().id }, data: { accountId: null } })
    await expect(
      recordRecusal(await onDay(db(), secretary(), '2027-05-20'), {
        caseId,
        memberId: secretary().id,
        ground: 'related',
      }),
    ).rejects.toMatchObject({ status: 400 })
    await db().member.update({ where: { id: treasurer().id }, data: { accountId } })
  })

  test('6.4-a the member is told who will decide when that changes after his letter', async () => {
    const { caseId } = await recusedCase()
    const mails = await db().mail.findMany({ where: { template: 'case-news' } })
    expect(mails.map(({ props }) => props)).toContainEqual(
      expect.objectContaining({
        news: 'organ',
        when: 'par l’assemblée générale ordinaire',
        url: expect.stringContaining(caseId),
      }),
    )
  })
})
