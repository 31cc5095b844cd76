import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { saveResolution } from '~/meetings/prepare/save-resolution.server'
import type { Context } from '~/platform/context'
import { addMembers, buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../support/builders'
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
