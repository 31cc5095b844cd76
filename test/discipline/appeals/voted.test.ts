import { beforeAll, describe, expect, test } from 'vitest'
import { applyEffect, applyRejection, rehearseEffect } from '~/effects.server'
import { memberSheet } from '~/members/register/sheet/member-sheet.query.server'
import { readmitMember } from '~/membership/admission/readmit-member.server'
import { lodgeAppeal } from '~/discipline/appeals/lodge-appeal.server'
import { putAppealToVote } from '~/discipline/appeals/put-appeal-to-vote.server'
import { applyExclusion } from '~/discipline/cases/apply-exclusion.server'
import { casePage } from '~/discipline/cases/case-page.query.server'
import { caseSteps } from '~/discipline/cases/case-steps.query.server'
import { involvedInVote } from '~/discipline/cases/involved-in-vote.server'
import { putToVote } from '~/discipline/cases/put-to-vote.server'
import { recordRecusal } from '~/discipline/cases/record-recusal.server'
import { memberHistory } from '~/personal-data/history/member-history.query.server'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { buildAssociation, buildMeeting, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { notifiedCase, onDay } from '../cases/support'
import { appealed, excluded, first, TEXT, THIRTY_DAYS } from './support'

const db = useDatabase()
let built: BuiltAssociation
let next = 0
const president = () => first(built.founders)
const someone = (): BuiltMember => first(built.actives.slice(next++))

beforeAll(async () => {
  built = await buildAssociation(db(), { actives: 12, founders: 5, statutes: THIRTY_DAYS })
})

const rowOf = (id: string) => db().disciplinaryCase.findUniqueOrThrow({ where: { id } })
const memberOf = (id: string) => db().member.findUniqueOrThrow({ where: { id } })
const letterOf = async (caseId: string) =>
  JSON.stringify(
    (await db().registeredLetter.findFirstOrThrow({ where: { subjectId: caseId, kind: 'appeal-decision' } })).body,
  )

describe('6.4-a the ordinary assembly decides again', () => {
  test('6.4-a on the agenda in secret: the facts, the appeal in its words, that the person may be heard and does not vote', async () => {
    const member = someone()
    const { caseId, meeting, resolution } = await appealed(db(), built, member, '2027-06-19')
    expect(resolution).toMatchObject({ secret: true, effect: { kind: 'annul-exclusion', caseId, memberId: member.id } })
    for (const words of ['retenu les clés', TEXT, 'L’assemblée peut entendre', 'ne vote pas', 'annule'])
      expect(resolution.text).toContain(words)
    const mail = await db().mail.findFirstOrThrow({ where: { toAddress: member.email, template: 'appeal-news' } })
    expect(mail.subject).toContain('19\u00a0juin')
    const ctx = await onDay(db(), president(), '2027-06-13')
    expect((await caseSteps(ctx)).filter(({ to }) => to.includes(caseId))).toEqual([])
    await expect(putAppealToVote(ctx, { caseId, meetingId: meeting.id })).rejects.toThrow(/déjà inscrit/)
    await db().meeting.update({ where: { id: meeting.id }, data: { state: 'CANCELLED' } })
    expect((await caseSteps(ctx)).filter(({ to }) => to.includes(caseId))).toHaveLength(1)
  })

  test('6.4-a who signed the exclusion settles no tie on the appeal', async () => {
    const { resolution } = await appealed(db(), built, someone(), '2027-06-19')
    expect(await involvedInVote(db(), resolution)).toContain(president().id)
  })

  test('6.4-a adopted: rehearsed without trace, then a member again from that day, once, and told so', async () => {
    const member = someone()
    const { caseId, ...decision } = await appealed(db(), built, member, '2027-06-20')
    await db().dues.updateMany({
      where: { memberId: member.id },
      data: { settledOn: null, paidCents: 0, closedAs: 'LEFT', closedOn: dateColumn('2027-05-28') },
    })
    const day = await onDay(db(), president(), '2027-06-20')
    await rehearseEffect(day, decision)
    expect((await memberOf(member.id)).leftOn).not.toBeNull()

    await transact(db(), (tx) => applyEffect(tx, day, decision))
    const row = await memberOf(member.id)
    expect(row).toMatchObject({ category: 'active', leftOn: null, restrictedOn: null })
    expect(isoDate(row.admittedOn)).toBe('2027-06-20')
    expect(await rowOf(caseId)).toMatchObject({ state: 'EXCLUDED', appealOutcome: 'ANNULLED' })
    expect(await letterOf(caseId)).toContain('de nouveau membre actif à compter du 20\u00a0juin 2027')
    expect(await db().dues.findFirstOrThrow({ where: { memberId: member.id } })).toMatchObject({ closedAs: null })
    const sheet = await memberSheet(day, member.id)
    const lines = sheet ? await memberHistory(day, sheet) : []
    expect(lines.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Exclusion annulée, de nouveau membre actif', 'Exclusion', 'Recours contre l’exclusion']),
    )
    expect(await casePage(day, caseId)).toMatchObject({
      stateWords: 'exclusion annulée',
      appeal: { outcome: 'ANNULLED' },
    })
    await expect(transact(db(), (tx) => applyEffect(tx, day, decision))).rejects.toMatchObject({ status: 409 })
    expect(await db().memberEvent.count({ where: { memberId: member.id, kind: 'ADMITTED' } })).toBe(2)
  })

  test('6.4-a rejected: the exclusion is upheld, told by letter; nothing more to decide', async () => {
    const member = someone()
    const { caseId, ...decision } = await appealed(db(), built, member, '2027-06-21')
    const day = await onDay(db(), president(), '2027-06-21')
    await transact(db(), (tx) => applyRejection(tx, day, decision))
    expect(await rowOf(caseId)).toMatchObject({ state: 'EXCLUDED', appealOutcome: 'UPHELD' })
    expect((await memberOf(member.id)).leftOn).not.toBeNull()
    expect(await letterOf(caseId)).toContain('a confirmé l’exclusion')
    expect(await casePage(await onDay(db(), member, '2027-06-22'), caseId)).toMatchObject({
      view: 'concerned',
      stateWords: 'exclusion confirmée',
    })
    await transact(db(), (tx) => applyRejection(tx, day, decision))
    expect(await db().mail.count({ where: { toAddress: member.email, subject: { contains: 'a décidé' } } })).toBe(1)
  })

  test('6.4-a what the assembly decided itself has no appeal, and its letter announces none', async () => {
    const member = someone()
    const { caseId } = await notifiedCase(db(), president(), member, { presentedOn: '2027-05-12' })
    const ctx = await onDay(db(), president(), '2027-05-20')
    await recordRecusal(ctx, { caseId, memberId: president().id, ground: 'complainant' })
    // nobody else leads procedures: the other officers keep the file
    const keeper = await onDay(db(), first(built.founders.slice(1)), '2027-05-20')
    const { id: meetingId } = await buildMeeting(db(), built, { date: '2027-06-12', resolutions: [{}] })
    await putToVote(keeper, { caseId, meetingId })
    const { id: resolutionId } = await db().resolution.findFirstOrThrow({
      where: { meetingId, effect: { path: ['caseId'], equals: caseId } },
    })
    const day = await onDay(db(), president(), '2027-06-12')
    await transact(db(), (tx) =>
      applyExclusion(tx, day, { caseId, memberId: member.id, resolutionId, on: '2027-06-12' }),
    )
    const letter = await db().registeredLetter.findFirstOrThrow({
      where: { subjectId: caseId, kind: 'exclusion-decision' },
    })
    expect(JSON.stringify(letter.body)).not.toContain('recours')
    const own = await onDay(db(), member, '2027-06-20')
    expect((await casePage(own, caseId)).appeal).toBeNull()
    await expect(lodgeAppeal(own, { caseId, text: '' })).rejects.toMatchObject({
      status: 409,
      reasons: [{ rule: '6.4-a', sentence: expect.stringContaining('déjà celle de l’assemblée') }],
    })
  })

  test('6.4-a readmitted meanwhile: nothing is left to decide', async () => {
    const member = someone()
    const { caseId, ...decision } = await appealed(db(), built, member, '2027-06-22')
    const day = await onDay(db(), president(), '2027-06-20')
    await readmitMember(day, { memberId: member.id, category: 'active', on: '2027-06-20' })
    const voted = await onDay(db(), president(), '2027-06-22')
    await expect(transact(db(), (tx) => applyEffect(tx, voted, decision))).rejects.toMatchObject({ status: 409 })
    await transact(db(), (tx) => applyRejection(tx, voted, decision))
    expect((await rowOf(caseId)).appealOutcome).toBeNull()
    expect(await db().registeredLetter.count({ where: { subjectId: caseId, kind: 'appeal-decision' } })).toBe(0)
  })

  test('6.4-a only the ordinary assembly, and only before it is convened', async () => {
    const member = someone()
    const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
    const ctx = await onDay(db(), president(), '2027-06-12')
    const [ago, age, convened] = await Promise.all([
      buildMeeting(db(), built, { date: '2027-07-10', resolutions: [{}] }),
      buildMeeting(db(), built, { body: 'age', date: '2027-07-11', resolutions: [{}] }),
      buildMeeting(db(), built, { date: '2027-07-12', resolutions: [{}], state: 'CONVENED' }),
    ])
    const put = (meeting: { id: string }) => putAppealToVote(ctx, { caseId, meetingId: meeting.id })
    await expect(put(ago)).rejects.toThrow(/n’attend la décision/)
    await lodgeAppeal(await onDay(db(), member, '2027-06-10'), { caseId, text: '' })
    await expect(put(age)).rejects.toMatchObject({ status: 409, reasons: [{ rule: '6.4-a' }] })
    await expect(put(convened)).rejects.toThrow(/déjà convoquée/)
    const twice = await Promise.allSettled([put(ago), put(ago)])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('6.4-a a founder is one again, but his seat in the Bureau stays vacant', async () => {
    const founder = first(built.founders.slice(3))
    await db().mandate.create({
      data: {
        office: 'vice-president',
        memberId: founder.id,
        holderName: founder.label,
        from: dateColumn('2025-06-10'),
        termEnd: dateColumn('2028-06-10'),
        source: 'AGO du 10 juin 2025',
      },
    })
    const { caseId: _, ...decision } = await appealed(db(), built, founder, '2027-06-20')
    const day = await onDay(db(), president(), '2027-06-20')
    await transact(db(), (tx) => applyEffect(tx, day, decision))
    expect(await memberOf(founder.id)).toMatchObject({ category: 'founder', leftOn: null })
    expect(await db().mandate.count({ where: { memberId: founder.id, endedOn: null } })).toBe(0)
  })
})
