import { describe, expect, test } from 'vitest'
import { applyEffect, applyRejection } from '~/effects.server'
import { decideCase } from '~/discipline/cases/decide-case.server'
import { putToVote } from '~/discipline/cases/put-to-vote.server'
import { renounceFounder } from '~/discipline/cases/renounce-founder.server'
import { recordRecusal } from '~/discipline/cases/record-recusal.server'
import { isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { buildAssociation, buildMeeting, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { notifiedCase, onDay, REASONS } from './support'

const db = useDatabase()
let built: BuiltAssociation | null = null
let next = 0

async function setting() {
  built ??= await buildAssociation(db(), { actives: 8, founders: 9 })
  const [president, secretary, , ...others] = built.founders
  const member = built.actives[next]
  const founder = others[next++]
  if (!president || !secretary || !member || !founder) throw new Error('members are missing')
  return { president, secretary, member, founder, ...built }
}

/** The case on the agenda of an ordinary assembly, put there by who keeps the file: the secretary, the President recused. */
async function putOnAgenda(
  input: { caseId: string; date: string },
  association: Awaited<ReturnType<typeof setting>>,
  keeper = association.secretary,
) {
  const ctx = await onDay(db(), keeper, '2027-05-20')
  const { id: meetingId } = await buildMeeting(db(), association, { date: input.date, resolutions: [{}] })
  await putToVote(ctx, { caseId: input.caseId, meetingId })
  const resolution = await db().resolution.findFirstOrThrow({ where: { meetingId, title: { not: 'Résolution 1' } } })
  const meeting = await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })
  return { meeting, resolution }
}

describe('6.4-a the assembly decides where the President cannot', () => {
  test('6.4-a adopted: excluded that day, the letter names the assembly; rejected: stays a member', async () => {
    const association = await setting()
    const { president, member } = association
    const { caseId } = await notifiedCase(db(), president, member, { presentedOn: '2027-05-12' })
    await recordRecusal(await onDay(db(), president, '2027-05-13'), {
      caseId,
      memberId: president.id,
      ground: 'complainant',
    })
    const decision = await putOnAgenda({ caseId, date: '2027-06-12' }, association)
    expect(decision.resolution).toMatchObject({ secret: true, effect: { kind: 'exclude-member', caseId } })
    expect(decision.resolution.text).toContain('retenu les clés')
    const day = await onDay(db(), president, '2027-06-12')
    await expect(
      decideCase(day, { caseId, outcome: 'sanction', reasons: REASONS, confirm: member.label }),
    ).rejects.toMatchObject({ status: 404 })
    await transact(db(), (tx) => applyEffect(tx, day, decision))
    const row = await db().member.findUniqueOrThrow({ where: { id: member.id } })
    expect(row.leftOn && isoDate(row.leftOn)).toBe('2027-06-12')
    const letter = await db().registeredLetter.findFirstOrThrow({
      where: { subjectId: caseId, kind: 'exclusion-decision' },
    })
    expect(JSON.stringify(letter.body)).toContain('l’assemblée générale')
    expect(JSON.stringify(letter.body)).not.toContain('recours')

    const other = await setting()
    const second = await notifiedCase(db(), president, other.member, { presentedOn: '2027-05-12' })
    await recordRecusal(await onDay(db(), president, '2027-05-13'), {
      caseId: second.caseId,
      memberId: president.id,
      ground: 'spoke-out',
    })
    const rejected = await putOnAgenda({ caseId: second.caseId, date: '2027-06-13' }, other)
    await transact(db(), (tx) => applyRejection(tx, day, rejected))
    expect(await db().disciplinaryCase.findUniqueOrThrow({ where: { id: second.caseId } })).toMatchObject({
      state: 'KEPT',
    })
    expect((await db().member.findUniqueOrThrow({ where: { id: other.member.id } })).leftOn).toBeNull()
  })

  test('6.4-a not on the agenda of a meeting held before the defence days are over, nor of another organ', async () => {
    const association = await setting()
    const { president, secretary, member } = association
    const { caseId } = await notifiedCase(db(), president, member, { presentedOn: '2027-05-12' })
    const ctx = await onDay(db(), president, '2027-05-20')
    const early = await buildMeeting(db(), association, { date: '2027-05-27', resolutions: [{}] })
    const refusal = putToVote(ctx, { caseId, meetingId: early.id })
    await expect(refusal).rejects.toThrow(/compétence du président/)
    await recordRecusal(ctx, { caseId, memberId: president.id, ground: 'complainant' })
    await expect(
      putToVote(await onDay(db(), secretary, '2027-05-20'), { caseId, meetingId: early.id }),
    ).rejects.toMatchObject({
      reasons: [{ rule: '6.4-a' }],
    })
  })
})

describe('6.1-b a founder loses that quality', () => {
  test('6.1-b voted after the defence: active from that day, still a member', async () => {
    const association = await setting()
    const { president, founder } = association
    const { caseId } = await notifiedCase(db(), president, founder, { presentedOn: '2027-05-12', kind: 'FOUNDER_LOSS' })
    const decision = await putOnAgenda({ caseId, date: '2027-06-14' }, association, president)
    expect(decision.resolution.effect).toMatchObject({ kind: 'withdraw-founder', caseId })
    const day = await onDay(db(), president, '2027-06-14')
    await transact(db(), (tx) => applyEffect(tx, day, decision))
    const row = await db().member.findUniqueOrThrow({ where: { id: founder.id } })
    expect(row).toMatchObject({ category: 'active', leftOn: null })
    await expect(transact(db(), (tx) => applyEffect(tx, day, decision))).rejects.toMatchObject({ status: 409 })
  })
})

test('6.1-b a founder gives the title up in writing, the letter kept: active from its receipt, once', async () => {
  const { founder, founders } = await setting()
  const [, secretary] = founders
  if (!secretary) throw new Error('the secretary is missing')
  const ctx = await onDay(db(), secretary, '2027-05-20')
  const paper = { bytes: new Uint8Array([37, 80, 68, 70]), fileName: 'l.pdf', mime: 'application/pdf', inline: true }
  await expect(renounceFounder(ctx, { memberId: founder.id, on: '2027-05-21', paper })).rejects.toMatchObject({
    status: 400,
  })
  const twice = await Promise.allSettled(
    [1, 2].map(() => renounceFounder(ctx, { memberId: founder.id, on: '2027-05-19', paper })),
  )
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db().member.findUniqueOrThrow({ where: { id: founder.id } })).toMatchObject({ category: 'active' })
  expect(await db().document.count({ where: { memberId: founder.id, kind: 'renonciation' } })).toBe(1)
})
