import { describe, expect, test } from 'vitest'
import { mayReadDocument } from '~/meetings/document-access.server'
import { recordMemberEvent } from '~/members/register/record-member-event.server'
import { abandonCase, closeCasesOfLeavers } from '~/discipline/cases/abandon-case.server'
import { casePage } from '~/discipline/cases/case-page.query.server'
import { caseSteps } from '~/discipline/cases/case-steps.query.server'
import { decideCase } from '~/discipline/cases/decide-case.server'
import { explain } from '~/discipline/cases/explain.server'
import { openCase } from '~/discipline/cases/open-case.server'
import { recordHearing } from '~/discipline/cases/record-hearing.server'
import { recordRecusal } from '~/discipline/cases/record-recusal.server'
import { sendNotice } from '~/discipline/cases/send-notice.server'
import { setHearing } from '~/discipline/cases/set-hearing.server'
import { endMembership } from '~/membership/end-membership.server'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { storeDocument } from '~/platform/documents.server'
import { buildAssociation, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { FACTS, noonOn, notifiedCase, onDay, REASONS } from './support'

const db = useDatabase()
let built: BuiltAssociation | null = null
let next = 0

/** One association for the file; each test takes an active member of its own. */
async function setting() {
  built ??= await buildAssociation(db(), { actives: 20 })
  const [president, secretary, treasurer] = built.founders
  const member = built.actives[next++]
  if (!president || !secretary || !treasurer || !member) throw new Error('members are missing')
  return { president, secretary, treasurer, member, ...built }
}
const decision = (caseId: string, { label }: BuiltMember, outcome: 'sanction' | 'keep' = 'sanction') => ({
  caseId,
  outcome,
  reasons: REASONS,
  confirm: label,
})
const stateOf = async (id: string) => (await db().disciplinaryCase.findUniqueOrThrow({ where: { id } })).state

describe('6.4-a exclusion by the President', () => {
  test('6.4-a opened, notified, presented, decided after the defence days: membership over, letter written', async () => {
    const { president, member } = await setting()
    const { caseId } = await notifiedCase(db(), president, member, { presentedOn: '2027-05-12' })
    await decideCase(await onDay(db(), president, '2027-05-28'), decision(caseId, member))
    const row = await db().member.findUniqueOrThrow({ where: { id: member.id }, include: { events: true } })
    expect(row.leftOn && isoDate(row.leftOn)).toBe('2027-05-28')
    expect(row.events.map(({ kind }) => kind)).toContain('EXCLUDED')
    expect(row.events.every(({ reason }) => reason === null)).toBe(true)
    const letter = await db().registeredLetter.findFirstOrThrow({
      where: { subjectId: caseId, kind: 'exclusion-decision' },
    })
    expect(JSON.stringify(letter.body)).toContain(REASONS)
    expect(JSON.stringify(letter.body)).toContain('n’avez pas présenté d’explications')
    expect(await stateOf(caseId)).toBe('EXCLUDED')
    const kept = await db().disciplinaryCase.findUniqueOrThrow({ where: { id: caseId } })
    expect(kept.ruling).toMatchObject({ outcome: 'lawful' })
  })

  test.each([
    ['2027-05-26', false],
    ['2027-05-27', false],
    ['2027-05-28', true],
  ])('6.4-a presented on 12 May, decided on %s → %s', async (day, allowed) => {
    const { president, member } = await setting()
    const { caseId } = await notifiedCase(db(), president, member, { presentedOn: '2027-05-12' })
    const deciding = decideCase(await onDay(db(), president, day), decision(caseId, member))
    if (allowed) await deciding
    else await expect(deciding).rejects.toMatchObject({ status: 409, reasons: [{ rule: '6.4-a' }] })
    expect(await stateOf(caseId)).toBe(allowed ? 'EXCLUDED' : 'NOTIFIED')
  })

  test('6.4-a never before the letter was presented; to keep the member needs none', async () => {
    const { president, member } = await setting()
    const { caseId } = await notifiedCase(db(), president, member)
    const ctx = await onDay(db(), president, '2027-07-01')
    await expect(decideCase(ctx, decision(caseId, member))).rejects.toMatchObject({ status: 409 })
    await decideCase(ctx, decision(caseId, member, 'keep'))
    expect(await stateOf(caseId)).toBe('KEPT')
    expect((await db().member.findUniqueOrThrow({ where: { id: member.id } })).leftOn).toBeNull()
  })

  test('6.4-a vague facts and an early hearing are refused with the article', async () => {
    const { president, member } = await setting()
    const ctx = await onDay(db(), president, '2027-05-10')
    const file = { kind: 'EXCLUSION', memberId: member.id, ruleBroken: 'article 4' } as const
    const { caseId } = await openCase(ctx, {
      ...file,
      facts: [{ on: '2027-05-01', text: 'Comportement inacceptable' }],
    })
    await expect(sendNotice(ctx, { caseId, way: 'writing' })).rejects.toMatchObject({ reasons: [{ rule: '6.4-a' }] })
    await expect(openCase(ctx, { ...file, facts: FACTS })).rejects.toMatchObject({ status: 409 })
    await abandonCase(ctx, caseId)
    const again = await openCase(ctx, { ...file, facts: FACTS })
    const early = { caseId: again.caseId, way: 'hearing', on: '2027-05-25', time: '18:00', place: 'au siège' } as const
    await expect(sendNotice(ctx, early)).rejects.toMatchObject({ reasons: [{ rule: '6.4-a' }] })
    await sendNotice(ctx, { ...early, on: '2027-05-26' })
  })

  test('6.4-a the hearing is told before the decision, and set again when the letter came late', async () => {
    const { president, member } = await setting()
    const { caseId } = await notifiedCase(db(), president, member, { presentedOn: '2027-05-14', hearing: true })
    const day = await onDay(db(), president, '2027-05-28')
    await recordHearing(day, { caseId, held: 'no', notes: 'Le membre ne s’est pas présenté.' }).catch(() => null)
    await expect(decideCase(await onDay(db(), president, '2027-06-20'), decision(caseId, member))).rejects.toThrow(
      /vient avant la fin/,
    )
    await db().disciplinaryCase.update({ where: { id: caseId }, data: { hearingNotes: null } })
    await setHearing(day, { caseId, way: 'hearing', on: '2027-06-02', time: '18:00', place: 'au siège' })
    const heard = await onDay(db(), president, '2027-06-02')
    await expect(decideCase(heard, decision(caseId, member))).rejects.toMatchObject({ status: 409 })
    await recordHearing(heard, { caseId, held: 'yes', notes: 'Il a expliqué le malentendu.', assistedBy: 'Me Blanc' })
    await decideCase(heard, decision(caseId, member))
    const letter = await db().registeredLetter.findFirstOrThrow({
      where: { subjectId: caseId, kind: 'exclusion-decision' },
    })
    expect(JSON.stringify(letter.body)).toContain('avec l’assistance de Me Blanc')
  })

  test('6.4-a the President involved, he decides nothing: the assembly does', async () => {
    const { president, secretary, member } = await setting()
    const { caseId } = await notifiedCase(db(), president, member, { presentedOn: '2027-05-12' })
    const ctx = await onDay(db(), president, '2027-06-01')
    await recordRecusal(ctx, { caseId, memberId: president.id, ground: 'complainant' })
    expect(await db().disciplinaryCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ organ: 'ago' })
    for (const outcome of ['sanction', 'keep'] as const)
      await expect(decideCase(ctx, decision(caseId, member, outcome))).rejects.toMatchObject({ status: 404 })
    const keeper = await onDay(db(), secretary, '2027-06-01')
    await expect(decideCase(keeper, decision(caseId, member))).rejects.toMatchObject({ status: 403 })
    await expect(recordRecusal(keeper, { caseId, memberId: president.id, ground: 'related' })).rejects.toThrow(
      /déjà récusée/,
    )
  })

  test('decided once, whether pressed twice at once or while the member resigns', async () => {
    const { president, member } = await setting()
    const { caseId } = await notifiedCase(db(), president, member, { presentedOn: '2027-05-12' })
    const ctx = await onDay(db(), president, '2027-06-01')
    const twice = await Promise.allSettled([1, 2].map(() => decideCase(ctx, decision(caseId, member))))
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().registeredLetter.count({ where: { subjectId: caseId, kind: 'exclusion-decision' } })).toBe(1)

    const { member: other } = await setting()
    const second = await notifiedCase(db(), president, other, { presentedOn: '2027-05-12' })
    const race = await Promise.allSettled([
      decideCase(ctx, decision(second.caseId, other)),
      transact(db(), (tx) => endMembership(tx, ctx, { memberId: other.id, kind: 'RESIGNED', on: '2027-06-01' })),
    ])
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const ended = await db().memberEvent.count({
      where: { memberId: other.id, kind: { in: ['RESIGNED', 'EXCLUDED'] } },
    })
    expect(ended).toBe(1)
    await closeCasesOfLeavers(ctx)
    expect(['EXCLUDED', 'ABANDONED']).toContain(await stateOf(second.caseId))
  })
})

describe('who sees a file', () => {
  test('who leads it and the member himself; nobody else, and never the member as an officer', async () => {
    const { president, secretary, member } = await setting()
    const { caseId } = await notifiedCase(db(), president, member, { presentedOn: '2027-05-12' })
    expect(await casePage(await onDay(db(), president, '2027-05-20'), caseId)).toMatchObject({ view: 'conducts' })
    const own = await onDay(db(), member, '2027-05-20')
    expect(await casePage(own, caseId)).toMatchObject({ view: 'concerned', people: [] })
    await expect(casePage(await onDay(db(), secretary, '2027-05-20'), caseId)).rejects.toMatchObject({ status: 404 })
    await explain(own, { caseId, text: 'Je n’étais pas présent ce jour-là.' })
    await expect(explain(await onDay(db(), secretary, '2027-05-20'), { caseId, text: 'non' })).rejects.toMatchObject({
      status: 404,
    })
    const page = await casePage(await onDay(db(), president, '2027-05-20'), caseId)
    expect(page.explanations.map(({ text }) => text)).toEqual(['Je n’étais pas présent ce jour-là.'])
    expect(await db().personalDataAccess.count({ where: { memberId: member.id, kind: 'case' } })).toBeGreaterThan(0)
  })

  test('the papers of a letter are not every officer’s: read beside it, or by the member whose they are', async () => {
    const { secretary, member } = await setting()
    const documentId = await transact(db(), (tx) =>
      storeDocument(
        tx,
        { bytes: new Uint8Array([1, 2]), fileName: 'reponse.pdf', mime: 'application/pdf' },
        {
          title: 'Explications',
          kind: 'explications',
          memberId: member.id,
          uploadedById: null,
          now: noonOn('2027-05-10'),
        },
      ),
    )
    const document = await db().document.findUniqueOrThrow({ where: { id: documentId } })
    expect(await mayReadDocument(await onDay(db(), secretary, '2027-05-10'), document)).toBe(false)
    expect(await mayReadDocument(await onDay(db(), member, '2027-05-10'), document)).toBe(true)
  })

  test('a file in preparation is not the member’s; an officer opens none against himself', async () => {
    const { president, secretary, member } = await setting()
    const ctx = await onDay(db(), president, '2027-05-10')
    const file = { kind: 'EXCLUSION', facts: FACTS, ruleBroken: 'article 4' } as const
    const { caseId } = await openCase(ctx, { ...file, memberId: member.id })
    await expect(casePage(await onDay(db(), member, '2027-05-10'), caseId)).rejects.toMatchObject({ status: 404 })
    await expect(openCase(ctx, { ...file, memberId: president.id })).rejects.toMatchObject({ status: 403 })
    await expect(
      openCase(await onDay(db(), secretary, '2027-05-10'), { ...file, memberId: member.id }),
    ).rejects.toMatchObject({ status: 403 })
  })
})

test('what is to be done follows the procedure, for who leads it and for the member', async () => {
  const { president, secretary, member } = await setting()
  const { caseId, letterId } = await notifiedCase(db(), president, member)
  const titles = async (who: BuiltMember, day: string) =>
    (await caseSteps(await onDay(db(), who, day))).filter(({ to }) => to.endsWith(caseId)).map(({ title }) => title)
  expect(await titles(president, '2027-05-11')).toEqual(['Exclusion : poster la lettre'])
  await db().registeredLetter.update({
    where: { id: letterId },
    data: { depositedOn: dateColumn('2027-05-11'), presentedOn: dateColumn('2027-05-12') },
  })
  expect(await titles(president, '2027-05-27')).toEqual([])
  expect(await titles(president, '2027-05-28')).toEqual(['Exclusion : décider'])
  expect(await titles(member, '2027-05-28')).toEqual(['Présenter votre défense'])
  expect(await titles(secretary, '2027-05-28')).toEqual([])
})

test('a suspended President has no power of his office while it lasts, and has it again after', async () => {
  const { president } = await setting()
  const ctx = await onDay(db(), president, '2027-05-10')
  await transact(db(), (tx) =>
    recordMemberEvent(tx, ctx, { memberId: president.id, kind: 'SUSPENDED', on: '2027-05-10', until: '2027-05-20' }),
  )
  expect((await onDay(db(), president, '2027-05-15')).actor.offices).toEqual([])
  expect((await onDay(db(), president, '2027-05-21')).actor.offices.map(({ office }) => office)).toEqual(['president'])
})
