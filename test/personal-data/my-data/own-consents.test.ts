import { beforeAll, describe, expect, test } from 'vitest'
import { recordConsent } from '~/members/identity/record-consent.server'
import { ownConsents } from '~/personal-data/my-data/consents/own-consents.query.server'
import { recordOwnConsent } from '~/personal-data/my-data/consents/record-own-consent.server'
import { WORDINGS } from '~/personal-data/my-data/consents/wordings'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { addBody, buildAssociation, contextFor, type BuiltMember } from '../../support/builders'
import { useDatabase } from '../../support/database'

const db = useDatabase()
let me: BuiltMember
let other: BuiltMember
let own: Context
let secretary: Context

beforeAll(async () => {
  const { actives, founders } = await buildAssociation(db(), { founders: 3, actives: 2, honorary: 0, consent: false })
  const [first, second] = actives
  if (!first || !second || !founders[1]) throw new Error('members are missing')
  me = first
  other = second
  own = await contextFor(db(), me)
  secretary = await contextFor(db(), founders[1])
})

const answer = (given: boolean, ctx = own, memberId = me.id) =>
  recordOwnConsent(ctx, { memberId, kind: 'CONVOCATION', wording: WORDINGS.CONVOCATION.key, answer: given })
const inForce = async () => {
  const { convocationConsentOn: on } = await db().member.findUniqueOrThrow({ where: { id: me.id } })
  return on && isoDate(on)
}

describe('the agreements of a member, by himself', () => {
  test('given: dated, in the exact words that he read; the register follows', async () => {
    await answer(true)
    expect(await inForce()).toBe('2027-05-10')
    expect(await db().consent.findMany({ where: { memberId: me.id } })).toMatchObject([
      {
        kind: 'CONVOCATION',
        given: true,
        source: `dans son espace : « ${WORDINGS.CONVOCATION.given} »`,
        recordedById: me.accountId,
      },
    ])
  })

  test('the same answer again, or twice at once, writes nothing', async () => {
    await Promise.all([answer(true), answer(true)])
    expect(await db().consent.count({ where: { memberId: me.id } })).toBe(1)
  })

  test('withdrawn, then given again the same day: three events, the last in force', async () => {
    await answer(false)
    expect(await inForce()).toBeNull()
    await answer(true)
    expect(await inForce()).toBe('2027-05-10')
    const { answers, agreements } = await ownConsents(own, me.id)
    expect(answers).toHaveLength(3)
    expect(agreements.map(({ kind, since }) => [kind, since])).toEqual([
      ['CONVOCATION', '2027-05-10'],
      ['REGISTERED_LETTER', null],
    ])
  })

  test('words that are no longer those are refused, and those of another member unknown', async () => {
    const former = { memberId: me.id, kind: 'CONVOCATION' as const, wording: 'convocation-0', answer: false }
    await expect(recordOwnConsent(own, former)).rejects.toMatchObject({ status: 409 })
    await expect(answer(true, own, other.id)).rejects.toMatchObject({ status: 404 })
    expect(await inForce()).toBe('2027-05-10')
  })

  test('a representative answers for his legal person', async () => {
    const body = await addBody(db(), { legalName: 'Centre des Lilas' })
    await answer(false, await contextFor(db(), body), body.id)
    expect((await db().member.findUniqueOrThrow({ where: { id: body.id } })).convocationConsentOn).toBeNull()
  })

  test('the secretary still records what a paper shows', async () => {
    const paper = { kind: 'CONVOCATION' as const, given: false, on: '2027-05-10', source: 'lettre du 10 mai' }
    await recordConsent(secretary, { ...paper, memberId: me.id })
    expect(await inForce()).toBeNull()
  })
})
