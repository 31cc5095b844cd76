import { beforeEach, describe, expect, it } from 'vitest'
import { offerProxy } from '~/meetings/proxies/offer-proxy.server'
import { endMembership, type Ending } from '~/membership/end-membership.server'
import { runMembershipDay } from '~/membership/leaving/membership-day.server'
import { giveDelegation } from '~/offices/give-delegation.server'
import { isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { createSession } from '~/platform/session.server'
import {
  addBody,
  buildAssociation,
  buildMeeting,
  contextFor,
  giveProxy,
  TEST_NOW,
  type BuiltAssociation,
  type BuiltMember,
} from '../../support/builders'
import { useDatabase } from '../../support/database'
import { emptyDatabase, recordAdmission } from '../../support/joining'
import { refusalOf } from '../../members/support'

const db = useDatabase()
let association: BuiltAssociation
const founder = (index: number) => association.founders[index] ?? missing()
const active = (index: number) => association.actives[index] ?? missing()
const missing = (): never => {
  throw new Error('no such member')
}
const system = (now = TEST_NOW) => ({ db: db(), now, actor: null })
const end = (member: { id: string }, more: Partial<Ending> = {}, now = TEST_NOW) =>
  transact(db(), (tx) =>
    endMembership(tx, system(now), { memberId: member.id, kind: 'RESIGNED', on: '2027-05-10', ...more }),
  )

beforeEach(async () => {
  await emptyDatabase(db())
  association = await buildAssociation(db(), { actives: 6, settled: false })
})

describe('what follows the end of a membership', () => {
  it('8.1-b the seats of the member end that day, with the delegations that they carried', async () => {
    const president = await contextFor(db(), founder(0))
    const { accountId } = active(0)
    await db().staff.create({ data: { accountId, title: 'assistante', from: new Date('2026-01-01') } })
    await giveDelegation(president, {
      toAccountId: accountId,
      powers: ['members.write'],
      reason: 'tenue du registre',
      startsOn: '2027-05-10',
    })
    const followed = await end(founder(0), { kind: 'DECEASED' })
    expect(followed).toMatchObject({ offices: ['president'] })
    const mandate = await db().mandate.findFirstOrThrow({
      where: { office: 'president' },
      include: { delegations: true },
    })
    expect(mandate.endedOn && isoDate(mandate.endedOn)).toBe('2027-05-10')
    expect(mandate.endReason).toBe('perte de la qualité de membre')
    expect(mandate.delegations.every(({ revokedOn }) => revokedOn !== null)).toBe(true)
    expect((await contextFor(db(), { accountId })).actor.offices).toEqual([])
  })

  it('6.1-d, 6.2-c the proxies given and held end; both parties are told, whoever left', async () => {
    const { id: meetingId } = await buildMeeting(db(), association, { state: 'CONVENED' })
    await giveProxy(db(), { meetingId, giverId: active(0).id, holderId: active(1).id })
    await giveProxy(db(), { meetingId, giverId: active(2).id, holderId: active(3).id, state: 'OFFERED' })
    await giveProxy(db(), { meetingId, giverId: active(4).id, holderId: active(5).id })
    expect(await end(active(0))).toMatchObject({ proxies: 1 })
    expect(await end(active(3))).toMatchObject({ proxies: 1 })
    const proxies = await db().proxy.findMany({ orderBy: { order: 'asc' } })
    expect(proxies.map(({ state, endReason }) => [state, endReason])).toEqual([
      ['ENDED', 'celui qui l’avait donné n’est plus membre'],
      ['ENDED', 'celui qui le détenait n’est plus membre'],
      ['ACCEPTED', null],
    ])
    const mails = await db().mail.findMany({
      orderBy: { queuedAt: 'asc' },
      select: { toAddress: true, template: true },
    })
    const template = 'membership-proxy-ended'
    expect(mails.slice(0, 2)).toEqual(expect.arrayContaining([active(0), active(1)].map(({ email }) => ({ toAddress: email, template })))) // prettier-ignore
    expect(mails.slice(2)).toEqual(expect.arrayContaining([active(2), active(3)].map(({ email }) => ({ toAddress: email, template })))) // prettier-ignore
  })

  it('6.4-a a member who leaves while the session is open is there no more, and holds nothing for the next vote', async () => {
    const { id: meetingId } = await buildMeeting(db(), association, { state: 'OPEN', date: '2027-05-10' })
    await giveProxy(db(), { meetingId, giverId: active(1).id, holderId: active(0).id })
    await db().presence.create({
      data: {
        meetingId,
        memberId: active(0).id,
        present: true,
        mode: 'IN_PERSON',
        since: new Date(TEST_NOW.epochMilliseconds),
      },
    })
    await end(active(0), { kind: 'REMOVED' })
    expect(await db().presence.findFirstOrThrow()).toMatchObject({ present: false })
    expect(await db().attendanceEvent.findFirstOrThrow()).toMatchObject({ kind: 'LEFT', memberId: active(0).id })
    expect(await db().proxy.findFirstOrThrow()).toMatchObject({ state: 'ENDED' })
  })

  it.each([
    ['RESIGNED', 'LEFT'],
    ['REMOVED', 'REMOVED'],
  ] as const)('6.4-b dues still open are closed by %s as %s; the debt stays', async (kind, closedAs) => {
    await end(active(0), { kind })
    const dues = await db().dues.findFirstOrThrow({ where: { memberId: active(0).id } })
    expect(dues).toMatchObject({ closedAs, amountCents: 5000, paidCents: 0, settledOn: null, nextOn: null })
    expect(await db().dues.count({ where: { closedAs: null } })).toBe(9)
  })

  it('cuts the sessions of who speaks for nobody else, and leaves those of who does', async () => {
    const body = await addBody(db(), { legalName: 'Centre de santé' })
    await recordAdmission(db(), body.id)
    await db().representative.updateMany({ where: { memberId: body.id }, data: { accountId: active(1).accountId } })
    for (const { accountId } of [active(0), active(1)])
      await createSession(db(), { accountId, device: 'test', now: TEST_NOW })
    expect(await end(active(0))).toMatchObject({ sessions: 1 })
    expect(await end(active(1))).toMatchObject({ sessions: 0 })
    expect(await end(body, { kind: 'DISSOLVED' })).toMatchObject({ sessions: 1 })
  })

  it('restricts at once, and writes what followed in the journal', async () => {
    await end(active(0))
    const member = await db().member.findUniqueOrThrow({ where: { id: active(0).id } })
    expect(member.restrictedOn && isoDate(member.restrictedOn)).toBe('2027-05-10')
    expect(await db().journalEntry.findFirstOrThrow({ where: { act: 'membership.ended' } })).toMatchObject({
      subjectId: active(0).id,
      details: { offices: [], proxies: 0, dues: 1, sessions: 0 },
    })
  })

  it('6.4-a a member leaves once', async () => {
    await end(active(0))
    expect((await refusalOf(end(active(0), { kind: 'DECEASED' }))).reasons[0]?.rule).toBe('6.4-a')
  })
})

describe('a departure announced ahead', () => {
  const later = TEST_NOW.add({ hours: 24 * 22 })

  it('4.13 changes nothing before its day; on that day the night brings what follows, once', async () => {
    const { id: meetingId } = await buildMeeting(db(), association, { state: 'CONVENED' })
    await giveProxy(db(), { meetingId, giverId: founder(1).id, holderId: founder(0).id })
    expect(await end(founder(0), { on: '2027-06-01' })).toBeNull()
    expect(await runMembershipDay(system())).toBe(0)
    expect(await db().mandate.count({ where: { endedOn: null } })).toBe(3)
    await Promise.all([runMembershipDay(system(later)), runMembershipDay(system(later))])
    expect(await runMembershipDay(system(later))).toBe(0)
    const mandate = await db().mandate.findFirstOrThrow({ where: { office: 'president' } })
    expect(mandate.endedOn && isoDate(mandate.endedOn)).toBe('2027-06-01')
    expect(await db().proxy.findFirstOrThrow()).toMatchObject({ state: 'ENDED' })
    expect(await db().mail.count()).toBe(2)
    expect(await db().journalEntry.count({ where: { act: 'membership.ended' } })).toBe(1)
  })

  it('6.2-c who will be gone on the day of the meeting neither gives nor receives a proxy', async () => {
    const { id: meetingId } = await buildMeeting(db(), association, { state: 'CONVENED', date: '2027-06-12' })
    await end(active(0), { on: '2027-06-12' })
    await end(active(2), { on: '2027-06-13' })
    const give = async (giver: BuiltMember, holder: BuiltMember) =>
      offerProxy(await contextFor(db(), giver), { meetingId, giverId: giver.id, holderId: holder.id })
    expect((await refusalOf(give(active(0), active(1)))).reasons[0]?.rule).toBe('6.2-c')
    expect((await refusalOf(give(active(1), active(0)))).message).toContain('n’a pas le droit de vote')
    expect(await give(active(1), active(2))).toHaveProperty('proxyId')
  })
})

it('a resignation and proxies offered at once leave no live proxy with who left', async () => {
  const { id: meetingId } = await buildMeeting(db(), association, { state: 'CONVENED' })
  const [giver, holder, other, fourth] = [active(0), active(1), active(2), active(3)]
  const contexts = await Promise.all([giver, holder, other, fourth].map((member) => contextFor(db(), member)))
  const offers = [
    offerProxy(contexts[0] ?? missing(), { meetingId, giverId: giver.id, holderId: holder.id }),
    offerProxy(contexts[2] ?? missing(), { meetingId, giverId: other.id, holderId: giver.id }),
    offerProxy(contexts[3] ?? missing(), { meetingId, giverId: fourth.id, holderId: holder.id }),
  ]
  await Promise.allSettled([...offers, end(giver), end(holder)])
  const live = await db().proxy.count({ where: { state: { in: ['OFFERED', 'ACCEPTED'] } } })
  expect(live).toBe(0)
})
