import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { saveResolution } from '~/meetings/agenda/save-resolution.server'
import { unlawfulEffects } from '~/meetings/prepare/effect-ruling.server'
import type { CaseKind, CaseState } from '~/generated/prisma/enums'
import type { Effect } from '~/effects'
import type { Context } from '~/platform/context'
import { Refusal } from '~/platform/refusal'
import {
  addMembers,
  buildAssociation,
  buildMeeting,
  contextFor,
  TEST_DATE,
  type BuiltAssociation,
} from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let association: BuiltAssociation
let president: Context

beforeAll(async () => {
  association = await buildAssociation(db())
  president = await contextFor(db(), association.founders[0] ?? { accountId: '' })
})
// one annual assembly a year
afterEach(() => db().meeting.updateMany({ data: { state: 'CANCELLED' } }))

type Written = Parameters<typeof saveResolution>[1]['resolution']

async function write(resolution: Written) {
  const { id, itemIds } = await buildMeeting(db(), association, { accountsOfYear: 2026, resolutions: [{}] })
  try {
    await saveResolution(president, { meetingId: id, itemId: itemIds[0] ?? '', resolutionId: null, resolution })
  } finally {
    await db().meeting.update({ where: { id }, data: { state: 'CANCELLED' } })
  }
}

describe('what adoption could not do is known before the ballot', () => {
  it.each([
    ['2022-06-11', true],
    ['2022-06-12', false],
    ['2022-06-13', false],
  ])('6.1-c active since %s, founder on 12 June 2027: written and convened %s', async (admittedOn, lawful) => {
    const [candidate] = await addMembers(db(), {
      category: 'active',
      count: 1,
      name: `Candidat${admittedOn}`,
      admittedOn,
    })
    const memberId = candidate?.id ?? ''
    const grant = { effect: 'grant-founder' as const, title: 'Titre', text: 'L’assemblée accorde…', memberId }
    if (lawful) await write(grant)
    else await expect(write(grant)).rejects.toMatchObject({ reasons: [{ rule: '6.1-c' }] })
    const effect = { kind: 'grant-founder', memberId }
    const { id } = await buildMeeting(db(), association, { accountsOfYear: 2026, resolutions: [{ effect }] })
    const convening = conveneMeeting(president, { meetingId: id })
    if (lawful) await expect(convening).resolves.toMatchObject({ already: false })
    else
      await expect(convening).rejects.toMatchObject({
        message: 'La résolution 1 ne pourrait pas prendre effet.',
        reasons: [{ rule: '6.1-c' }],
      })
  })

  it('6.3-a what could not take effect on the day is refused when it is written', async () => {
    const [honoured] = association.honorary
    const texts = { title: 'Titre', text: 'L’assemblée décide…' }
    await expect(write({ ...texts, effect: 'award-honorary', memberId: honoured?.id ?? '' })).rejects.toMatchObject({
      reasons: [{ rule: '6-a' }],
    })
  })

  it('6.4-c a suspension without the file of its defence is not convened', async () => {
    const memberId = association.actives[0]?.id ?? ''
    const effect = { kind: 'suspend-member', memberId, from: '2027-06-12', until: '2027-09-13', reason: 'Propos.' }
    const { id } = await buildMeeting(db(), association, { resolutions: [{ effect }] })
    await expect(conveneMeeting(president, { meetingId: id })).rejects.toMatchObject({ reasons: [{ rule: '6.4-c' }] })
  })

  it('6.1-c an assembly that is annual no more is not convened on a title', async () => {
    const effect = { kind: 'grant-founder', memberId: association.actives[0]?.id ?? '' }
    const { id } = await buildMeeting(db(), association, { resolutions: [{ effect }] })
    await expect(conveneMeeting(president, { meetingId: id })).rejects.toMatchObject({ reasons: [{ rule: '6.1-c' }] })
    expect(await db().convocation.count({ where: { meetingId: id } })).toBe(0)
  })
})

describe('a file that no longer stands is not convened', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

  async function refusal(effect: Effect, body: 'ago' | 'bureau' = 'ago'): Promise<{ rule?: string; said: string }> {
    const { id } = await buildMeeting(db(), association, { body, resolutions: [{ effect }] })
    const board = await unlawfulEffects(db(), await db().meeting.findUniqueOrThrow({ where: { id } }), '2027-05-10')
    try {
      await conveneMeeting(president, { meetingId: id })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      expect(await db().convocation.count({ where: { meetingId: id } })).toBe(0)
      // the page of preparation says the same before anybody presses
      expect(board.map(({ reasons }) => reasons)).toEqual([error.reasons])
      return { rule: error.reasons[0]?.rule, said: plain(error.reasons[0]?.sentence ?? error.message) }
    }
    expect(board).toEqual([])
    return { said: '' }
  }

  const memberId = () => association.actives[1]?.id ?? ''
  const opened = (state: CaseState, kind: CaseKind = 'EXCLUSION') =>
    db().disciplinaryCase.create({
      data: {
        kind,
        state,
        memberId: memberId(),
        facts: '[]',
        ruleBroken: 'article 7',
        sanction: 'exclusion',
        suspendUntil: kind === 'SUSPENSION' ? TEST_DATE : null,
        openedAt: TEST_DATE,
        organ: 'ago',
        ...(state === 'EXCLUDED' && { appealedOn: TEST_DATE, decidedOn: TEST_DATE }),
      },
    })

  it.each([
    ['ABANDONED', 'La procédure a été abandonnée'],
    ['KEPT', 'La procédure a déjà été décidée'],
    ['EXCLUDED', 'La procédure a déjà été décidée'],
    ['DEFERRED', ''],
  ] as const)('6.4-a an exclusion whose case is %s', async (state, said) => {
    const { id: caseId } = await opened(state)
    const refused = await refusal({ kind: 'exclude-member', memberId: memberId(), caseId })
    // a case that waits for its vote is judged on its defence, which this one never had
    expect(refused).toMatchObject({ rule: '6.4-a', said: expect.stringContaining(said) })
    if (state === 'DEFERRED') expect(refused.said).not.toMatch(/abandonnée|décidée/)
  })

  it.each([
    ['SUSPENSION', '6.4-c'],
    ['FOUNDER_LOSS', '6.1-b'],
  ] as const)('%s: %s, dropped', async (kind, rule) => {
    const { id: caseId } = await opened('ABANDONED', kind)
    const effect: Effect =
      kind === 'SUSPENSION'
        ? { kind: 'suspend-member', memberId: memberId(), caseId, from: '2027-06-12', until: '2027-09-13', reason: 'Propos.' } // prettier-ignore
        : { kind: 'withdraw-founder', memberId: memberId(), caseId }
    expect(await refusal(effect)).toMatchObject({ rule, said: expect.stringContaining('abandonnée') })
  })

  it('6.4-a an appeal withdrawn, or against an exclusion that keeps nobody out', async () => {
    const { id: caseId } = await opened('EXCLUDED')
    const effect = { kind: 'annul-exclusion', memberId: memberId(), caseId } as const
    expect(await refusal(effect)).toMatchObject({ rule: '6.4-a', said: expect.stringContaining('recours') })
    await db().disciplinaryCase.update({ where: { id: caseId }, data: { appealOutcome: 'WITHDRAWN' } })
    expect(await refusal(effect)).toMatchObject({ rule: '6.4-a' })
  })

  it('6.4-b a removal whose dues were paid meanwhile', async () => {
    const { id: duesId } = await db().dues.findFirstOrThrow({ where: { memberId: memberId() } })
    expect(await refusal({ kind: 'remove-member', memberId: memberId(), duesId })).toMatchObject({
      rule: '6.4-b',
      said: expect.stringContaining('Cette cotisation est réglée'),
    })
  })

  it.each([
    ['WITHDRAWN', 'a été retirée'],
    ['ACCEPTED', 'a déjà été décidée'],
    ['LISTED', ''],
  ] as const)('6.2-a an application that is %s', async (state, said) => {
    const { id: applicationId } = await db().application.create({
      data: {
        reference: `A-${state}`,
        state,
        kind: 'PERSON',
        answers: {},
        label: 'Mme Ève Tanguy',
        email: 'eve@example.org',
        commitment: '',
        statutesId: association.statutesId,
        acceptedAt: TEST_DATE,
        mailConsent: true,
        submittedAt: TEST_DATE,
      },
    })
    const refused = await refusal({ kind: 'admit-active', applicationId, label: 'Mme Ève Tanguy' }, 'bureau')
    if (said === '') expect(refused).toEqual({ said: '' })
    else expect(refused).toMatchObject({ rule: '6.2-a', said: expect.stringContaining(`de Mme Ève Tanguy ${said}`) })
  })
})
