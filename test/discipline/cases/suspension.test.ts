import { beforeEach, describe, expect, test } from 'vitest'
import { applyEffect, applyRejection, rehearseEffect } from '~/effects.server'
import { saveResolution } from '~/meetings/agenda/save-resolution.server'
import { resolutionForm } from '~/meetings/agenda/resolution.form'
import { openCase } from '~/discipline/cases/open-case.server'
import { putToVote } from '~/discipline/cases/put-to-vote.server'
import { isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { frenchDate } from '~/ui/format'
import { refusalOf } from '../../members/support'
import { buildAssociation, buildMeeting, type BuiltAssociation } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase } from '../../support/joining'
import { FACTS, notifiedCase, onDay } from './support'

const db = useDatabase()
let built: BuiltAssociation
const president = () => built.founders[0]!
const member = () => built.actives[0]!

beforeEach(async () => {
  await emptyDatabase(db())
  built = await buildAssociation(db(), { founders: 4, actives: 3, honorary: 0 })
})

/** A file whose letter was presented that day, on the agenda of an ordinary assembly. */
async function listed(presentedOn: string, date = '2027-06-12') {
  const { caseId } = await notifiedCase(db(), president(), member(), { presentedOn, kind: 'SUSPENSION' })
  const { id: meetingId } = await buildMeeting(db(), built, { date, resolutions: [{}] })
  await putToVote(await onDay(db(), president(), '2027-05-20'), { caseId, meetingId })
  const resolution = await db().resolution.findFirstOrThrow({
    where: { meetingId, title: { startsWith: 'Suspension' } },
  })
  return {
    caseId,
    decision: { meeting: await db().meeting.findUniqueOrThrow({ where: { id: meetingId } }), resolution },
  }
}

describe('6.4-c no suspension without a defence', () => {
  test('voted on a file: suspended from that day to the one that the letter told, and told why', async () => {
    const { caseId, decision } = await listed('2027-05-12')
    expect(decision.resolution).toMatchObject({
      secret: true,
      effect: { kind: 'suspend-member', caseId, from: '2027-06-12', until: '2027-12-31' },
    })
    const notice = await db().registeredLetter.findFirstOrThrow({
      where: { kind: 'suspension-notice', subjectId: caseId },
    })
    for (const said of [frenchDate('2027-12-31'), '15 jours pleins', 'assister', 'article 6.4'])
      expect(JSON.stringify(notice.body)).toContain(said)
    const day = await onDay(db(), president(), '2027-06-12')
    await transact(db(), (tx) => applyEffect(tx, day, decision))
    const row = await db().member.findUniqueOrThrow({ where: { id: member().id } })
    expect([row.suspendedFrom, row.suspendedUntil].map((each) => each && isoDate(each))).toEqual([
      '2027-06-12',
      '2027-12-31',
    ])
    expect(row.leftOn).toBeNull()
    const letter = await db().registeredLetter.findFirstOrThrow({
      where: { kind: 'suspension-decision', subjectId: caseId },
    })
    for (const said of ['d’eux-mêmes', FACTS[0]!.text]) expect(JSON.stringify(letter.body)).toContain(said)
    expect(JSON.stringify(letter.body)).not.toMatch(/exclu|recours/)
  })

  test('rejected: the file says so and no right is lost', async () => {
    const { caseId, decision } = await listed('2027-05-12')
    const day = await onDay(db(), president(), '2027-06-12')
    await transact(db(), (tx) => applyRejection(tx, day, decision))
    expect(await db().disciplinaryCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ state: 'KEPT' })
    expect((await db().member.findUniqueOrThrow({ where: { id: member().id } })).suspendedFrom).toBeNull()
  })

  test.each([
    ['2027-05-27', true],
    ['2027-05-28', false],
  ])(
    'the letter presented on %s: votable on 12 June → %s, at the writing and at the ballot',
    async (presentedOn, ok) => {
      const { caseId } = await notifiedCase(db(), president(), member(), { presentedOn, kind: 'SUSPENSION' })
      const { id: meetingId } = await buildMeeting(db(), built, { date: '2027-06-12', resolutions: [{}] })
      const put = putToVote(await onDay(db(), president(), '2027-05-29'), { caseId, meetingId })
      if (ok) return put
      expect((await refusalOf(put)).reasons.map(({ rule }) => rule)).toContain('6.4-c')
    },
  )

  test('the ballot of a file whose letter has no proof is refused with the article', async () => {
    const { caseId, decision } = await listed('2027-05-12')
    const letter = await db().registeredLetter.findFirstOrThrow({
      where: { kind: 'suspension-notice', subjectId: caseId },
    })
    await db().registeredLetter.update({ where: { id: letter.id }, data: { presentedOn: null } })
    const refused = await refusalOf(rehearseEffect(await onDay(db(), president(), '2027-06-12'), decision))
    expect(refused.reasons[0]?.rule).toBe('6.4-c')
  })

  test('nobody writes one by hand, nor without an end', async () => {
    const form = {
      effect: 'suspend-member',
      title: 't',
      text: 't',
      memberId: member().id,
      from: '2027-06-12',
      until: '2027-06-13',
      reason: 'r',
    }
    expect(resolutionForm.safeParse(form).success).toBe(false)
    const meeting = await buildMeeting(db(), built, { date: '2027-06-12', resolutions: [{}] })
    const item = await db().agendaItem.findFirstOrThrow({ where: { meetingId: meeting.id, kind: 'VOTE' } })
    const ctx = await onDay(db(), president(), '2027-05-20')
    const resolution = { effect: 'file' as const, title: 'Suspension', text: 'Suspension' }
    expect(
      (await refusalOf(saveResolution(ctx, { meetingId: meeting.id, itemId: item.id, resolutionId: null, resolution })))
        .status,
    ).toBe(409)
    const open = (until?: string) =>
      openCase(ctx, {
        kind: 'SUSPENSION',
        memberId: member().id,
        facts: FACTS,
        ruleBroken: 'article 4',
        ...(until && { until }),
      })
    expect((await refusalOf(open())).fieldErrors.until).toBeDefined()
    expect((await refusalOf(open('2027-05-20'))).fieldErrors.until).toBeDefined()
  })
})
