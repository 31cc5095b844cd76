import { beforeAll, describe, expect, test } from 'vitest'
import { openBallot } from '~/ballots/open-ballot.server'
import { lodgeAppeal } from '~/discipline/appeals/lodge-appeal.server'
import { putAppealToVote } from '~/discipline/appeals/put-appeal-to-vote.server'
import { recordWithdrawal } from '~/discipline/appeals/record-withdrawal.server'
import { withdrawAppeal } from '~/discipline/appeals/withdraw-appeal.server'
import { caseList } from '~/discipline/cases/case-list.query.server'
import { casePage } from '~/discipline/cases/case-page.query.server'
import { caseSteps } from '~/discipline/cases/case-steps.query.server'
import { isoDate } from '~/platform/dates'
import { buildRoom } from '../../ballots/room'
import { buildAssociation, buildMeeting, type BuiltAssociation, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { noonOn, onDay } from '../cases/support'
import { appealed, excluded, first, TEXT, THIRTY_DAYS } from './support'

const db = useDatabase()
let built: BuiltAssociation
let next = 0
const president = () => first(built.founders)
const someone = (): BuiltMember => first(built.actives.slice(next++))

beforeAll(async () => {
  built = await buildAssociation(db(), { actives: 24, statutes: THIRTY_DAYS })
})

const rowOf = (id: string) => db().disciplinaryCase.findUniqueOrThrow({ where: { id } })
const mailsTo = (who: BuiltMember, template: string) => db().mail.count({ where: { toAddress: who.email, template } })
const withdrawn = { state: 'EXCLUDED', appealOutcome: 'WITHDRAWN' }

/** An appeal of 10 June whose resolution is in an assembly in session on 19 June, everybody else present. */
async function inSession(member: BuiltMember) {
  const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
  await lodgeAppeal(await onDay(db(), member, '2027-06-10'), { caseId, text: TEXT })
  const effect = { kind: 'annul-exclusion', memberId: member.id, caseId }
  const room = await buildRoom(db(), built, {
    date: '2027-06-19',
    present: [...built.founders, ...built.actives.slice(-4)],
    resolutions: [{ secret: true, effect }],
    now: noonOn('2027-06-19'),
  })
  const chair = await onDay(db(), president(), '2027-06-19')
  const open = () => openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: true })
  const withdraw = async () => withdrawAppeal(await onDay(db(), member, '2027-06-19'), { caseId })
  return { caseId, ...room, open, withdraw }
}

describe('6.4-a the excluded person withdraws his appeal', () => {
  test('6.4-a before any agenda: acknowledged, the keeper told, nothing left to do; the exclusion stands', async () => {
    const member = someone()
    const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
    await lodgeAppeal(await onDay(db(), member, '2027-06-10'), { caseId, text: TEXT })
    const before = await mailsTo(president(), 'appeal-notice')
    const ctx = await onDay(db(), member, '2027-06-14')
    expect((await casePage(ctx, caseId)).appeal).toMatchObject({ withdrawable: true })
    await Promise.all([1, 2, 3].map(() => withdrawAppeal(ctx, { caseId })))
    await withdrawAppeal(ctx, { caseId })
    const row = await rowOf(caseId)
    expect(row).toMatchObject({ ...withdrawn, appealText: TEXT })
    expect(row.appealDecidedOn && isoDate(row.appealDecidedOn)).toBe('2027-06-14')
    expect(await mailsTo(member, 'appeal-withdrawn')).toBe(1)
    expect(await mailsTo(president(), 'appeal-notice')).toBe(before + 1)
    expect(await db().registeredLetter.count({ where: { subjectId: caseId, kind: 'appeal-withdrawal' } })).toBe(0)
    const entry = await db().journalEntry.findMany({ where: { act: 'case.appeal-withdrawn', subjectId: caseId } })
    expect(entry).toMatchObject([{ doneById: member.accountId, details: { way: 'online', on: '2027-06-14' } }])
    expect((await db().member.findUniqueOrThrow({ where: { id: member.id } })).leftOn).not.toBeNull()
    const keeper = await onDay(db(), president(), '2027-06-15')
    expect((await caseSteps(keeper)).filter(({ to }) => to.includes(caseId))).toEqual([])
    expect((await caseList(keeper)).over.find(({ id }) => id === caseId)?.stateWords).toBe('recours retiré')
    await expect(lodgeAppeal(ctx, { caseId, text: '' })).rejects.toThrow(/définitif/)
  })

  test('6.4-a on an agenda in preparation: the resolution and its point, which named him, leave it', async () => {
    const member = someone()
    const { caseId, meeting, resolution } = await appealed(db(), built, member, '2027-06-19')
    const other = someone()
    const second = await excluded(db(), built, other, { presentedOn: '2027-06-02' })
    await lodgeAppeal(await onDay(db(), other, '2027-06-10'), { caseId: second, text: '' })
    await putAppealToVote(await onDay(db(), president(), '2027-06-12'), { caseId: second, meetingId: meeting.id })
    await withdrawAppeal(await onDay(db(), member, '2027-06-14'), { caseId })
    expect(await db().resolution.count({ where: { id: resolution.id } })).toBe(0)
    const items = await db().agendaItem.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: 'asc' },
      select: { position: true, title: true, resolutions: { select: { number: true } } },
    })
    expect(items.map(({ position, resolutions }) => [position, resolutions[0]?.number])).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(items[1]?.title).toContain(other.label)
    expect(await rowOf(caseId)).toMatchObject({ ...withdrawn, appealResolutionId: null })
    expect(await rowOf(second)).toMatchObject({ appealOutcome: null })
  })

  test('6.4-a once the assembly is convened: the resolution stays, marked withdrawn; the page says where it stood', async () => {
    const member = someone()
    const { caseId, meeting, resolution } = await appealed(db(), built, member, '2027-06-19')
    await db().meeting.update({ where: { id: meeting.id }, data: { state: 'CONVENED' } })
    const ctx = await onDay(db(), member, '2027-06-14')
    await withdrawAppeal(ctx, { caseId })
    expect(await db().resolution.findUniqueOrThrow({ where: { id: resolution.id } })).toMatchObject({
      state: 'WITHDRAWN',
    })
    const item = await db().agendaItem.findUniqueOrThrow({ where: { id: resolution.agendaItemId } })
    expect(item.notes).toContain('sans objet')
    expect(await rowOf(caseId)).toMatchObject({ ...withdrawn, appealResolutionId: resolution.id })
    expect((await casePage(ctx, caseId)).appeal).toMatchObject({
      outcome: 'WITHDRAWN',
      endedOn: '2027-06-14',
      withdrawable: false,
      meeting: { id: meeting.id },
    })
    const notice = await db().mail.findFirstOrThrow({
      where: {
        AND: [
          { template: 'appeal-notice', toAddress: president().email },
          { props: { path: ['url'], string_contains: caseId } },
          { props: { path: ['news'], equals: 'withdrawn' } },
        ],
      },
    })
    expect(notice.props).toMatchObject({ convened: true })
  })

  test('6.4-a by letter: the keeper records its day; a letter answers who reads no mail', async () => {
    const member = someone()
    const { caseId } = await appealed(db(), built, member, '2027-06-19')
    await db().member.update({ where: { id: member.id }, data: { email: null, accountId: null } })
    const ctx = await onDay(db(), president(), '2027-06-16')
    const record = (on: string) => recordWithdrawal(ctx, { caseId, on })
    await expect(record('2027-06-17')).rejects.toMatchObject({ status: 400 })
    await expect(record('2027-06-09')).rejects.toMatchObject({ status: 400, fieldErrors: { on: [expect.any(String)] } })
    await Promise.all([record('2027-06-15'), record('2027-06-15')])
    const row = await rowOf(caseId)
    expect(row.appealDecidedOn && isoDate(row.appealDecidedOn)).toBe('2027-06-15')
    expect(await mailsTo(member, 'appeal-withdrawn')).toBe(0)
    const letter = await db().registeredLetter.findFirstOrThrow({
      where: { subjectId: caseId, kind: 'appeal-withdrawal' },
    })
    expect(JSON.stringify(letter.body)).toMatch(/vous avez retiré le recours.*L’exclusion demeure/)
    expect((await casePage(ctx, caseId)).letters.at(-1)).toMatchObject({ id: letter.id, onAppeal: true })
  })

  test('6.4-a neither anybody else, nor one in the name of the other; not without an appeal: 404', async () => {
    const member = someone()
    const bare = await excluded(db(), built, someone(), { presentedOn: '2027-06-02' })
    const { caseId } = await appealed(db(), built, member, '2027-06-19')
    const gone = { status: 404 }
    const keeper = await onDay(db(), president(), '2027-06-14')
    for (const other of [...built.founders.slice(1), someone()]) {
      const ctx = await onDay(db(), other, '2027-06-14')
      await expect(withdrawAppeal(ctx, { caseId })).rejects.toMatchObject(gone)
      await expect(recordWithdrawal(ctx, { caseId, on: '2027-06-14' })).rejects.toMatchObject(gone)
    }
    await expect(withdrawAppeal(keeper, { caseId })).rejects.toMatchObject(gone)
    const own = await onDay(db(), member, '2027-06-14')
    await expect(recordWithdrawal(own, { caseId, on: '2027-06-14' })).rejects.toMatchObject(gone)
    await expect(recordWithdrawal(keeper, { caseId: bare, on: '2027-06-14' })).rejects.toMatchObject(gone)
    expect((await rowOf(caseId)).appealOutcome).toBeNull()
  })

  test('6.4-a once the ballot is open it is too late, with its article; nor once it has voted', async () => {
    const { caseId, resolutionId, open, withdraw } = await inSession(someone())
    await open()
    const late = { status: 409, reasons: [{ rule: '6.4-a' }] }
    await expect(withdraw()).rejects.toMatchObject(late)
    await db().resolution.update({ where: { id: resolutionId }, data: { state: 'REJECTED' } })
    await db().disciplinaryCase.update({ where: { id: caseId }, data: { appealOutcome: 'UPHELD' } })
    await expect(withdraw()).rejects.toMatchObject({ ...late, message: expect.stringContaining('a décidé') })
  })

  test('6.4-a withdrawn and opened at the same moment: one of the two, never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { caseId, resolutionId, open, withdraw } = await inSession(someone())
      const both = round % 2 === 0 ? [open(), withdraw()] : [withdraw(), open()]
      const done = await Promise.allSettled<unknown>(both)
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } })
      const { state } = await db().resolution.findUniqueOrThrow({ where: { id: resolutionId } })
      const { appealOutcome } = await rowOf(caseId)
      expect([state, appealOutcome]).toEqual(state === 'OPEN' ? ['OPEN', null] : ['WITHDRAWN', 'WITHDRAWN'])
      const told = await db().journalEntry.count({ where: { act: 'case.appeal-withdrawn', subjectId: caseId } })
      expect(told).toBe(state === 'OPEN' ? 0 : 1)
    }
  })

  test('6.4-a withdrawn while it is put on an agenda: it never waits there for a vote', async () => {
    for (let round = 0; round < 4; round += 1) {
      const member = someone()
      const caseId = await excluded(db(), built, member, { presentedOn: '2027-06-02' })
      await lodgeAppeal(await onDay(db(), member, '2027-06-10'), { caseId, text: '' })
      const { id: meetingId } = await buildMeeting(db(), built, { date: '2027-07-10', resolutions: [{}] })
      const [own, keeper] = await Promise.all([
        onDay(db(), member, '2027-06-14'),
        onDay(db(), president(), '2027-06-14'),
      ])
      const [gone] = await Promise.allSettled([
        withdrawAppeal(own, { caseId }),
        putAppealToVote(keeper, { caseId, meetingId }),
      ])
      const listed = await db().resolution.count({ where: { meetingId } })
      const { appealOutcome } = await rowOf(caseId)
      expect([appealOutcome, listed]).toEqual(gone.status === 'fulfilled' ? ['WITHDRAWN', 1] : [null, 2])
    }
  })
})
