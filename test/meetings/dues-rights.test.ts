import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memberCards } from '~/meetings/answer/member-cards.query.server'
import { offerProxy } from '~/meetings/proxies/offer-proxy.server'
import { meetingFacts } from '~/meetings/session/facts.server'
import { tellDuesRights, type DuesChange } from '~/meetings/tell-dues-rights.server'
import { instantOf } from '~/platform/clock.server'
import { dateColumn } from '~/platform/dates'
import { renderRow } from '~/platform/mail/render.server'
import { modelStatutes } from '~/statutes/model'
import { buildAssociation, buildMeeting, contextFor, giveProxy, type BuiltAssociation, type BuiltMember } from '../support/builders' // prettier-ignore
import { useDatabase } from '../support/database'
import { bring, duesRow, pay } from '../support/ledger'

const db = useDatabase()
const asking = structuredClone(modelStatutes)
Object.assign(asking.votingRight, { unpaidDues: 'attends', duesPaidBeforeDays: 30 })
let association: BuiltAssociation
let meetingId: string

// the meeting is on 12 June 2027: dues paid on 13 May at the latest
beforeAll(async () => {
  association = await buildAssociation(db(), {
    founders: 4,
    actives: 12,
    honorary: 0,
    settled: false,
    statutes: asking,
  })
})
beforeEach(async () => {
  await db().meeting.updateMany({ data: { state: 'CANCELLED' } })
  await db().$executeRaw`delete from graphile_worker._private_jobs`
  meetingId = (await buildMeeting(db(), association, { state: 'CONVENED' })).id
})

const system = (on = '2027-05-10') => ({ db: db(), now: instantOf(on, '12:00'), actor: null })
const at = (index: number) => association.actives[index]!

async function paid(member: BuiltMember, on: string): Promise<string> {
  const { id: duesId, amountCents } = await duesRow(db(), member.id, 2027)
  return pay(system(on), [{ duesId, amountCents }])
}

/** What the dues gave to be told, done by the task that they name. */
async function work(on = '2027-05-10'): Promise<number> {
  const jobs = await db().$queryRaw<{ payload: { changes: DuesChange[] } }[]>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'dues-changed' order by j.id`
  for (const { payload } of jobs) await tellDuesRights(system(on), payload.changes)
  await db().$executeRaw`delete from graphile_worker._private_jobs`
  return jobs.length
}

async function told(template: string): Promise<[string, string][]> {
  const mails = await db().mail.findMany({ where: { meetingId, template }, orderBy: { queuedAt: 'asc' } })
  return Promise.all(
    mails.map(async (mail): Promise<[string, string]> => [
      mail.toAddress,
      (await renderRow(mail)).text.replace(/\s+/g, ' '),
    ]),
  )
}
const votes = async ({ id }: BuiltMember) =>
  (await meetingFacts(db(), meetingId)).rights.find((right) => right.id === id)?.mayVote

describe('6-a the right to vote that dues give, where the statutes ask for them', () => {
  it.each([
    [0, '2027-05-12', true],
    [1, '2027-05-13', true],
    [2, '2027-05-14', false],
  ])('member %i pays on %s, told that he votes: %s', async (index, on, gained) => {
    const member = at(index)
    expect(await votes(member)).toBe(false)
    await paid(member, on)
    expect(await work(on)).toBe(1)
    const mails = await told('voting-right-changed')
    expect(mails.map(([address]) => address)).toEqual(gained ? [member.email] : [])
    if (gained) expect(mails[0]?.[1]).toContain('Votre cotisation est réglée : vous votez à cette réunion.')
    expect(await votes(member)).toBe(gained)
    const ctx = await contextFor(db(), member)
    const meeting = await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })
    const cards = await memberCards(ctx, meeting, ctx.actor.actingFor)
    expect(cards.map(({ mayVote }) => mayVote)).toEqual([gained])
  })

  it.each([
    ['the giver', 3, 4, 3],
    ['the holder', 5, 6, 6],
  ])('a payment taken back from %s: he is told, the proxy ends, both are told', async (_, gives, holds, loses) => {
    const [giver, holder, loser] = [at(gives), at(holds), at(loses)]
    const payments = new Map([[giver.id, await paid(giver, '2027-05-03')], [holder.id, await paid(holder, '2027-05-03')]]) // prettier-ignore
    await work()
    await giveProxy(db(), { meetingId, giverId: giver.id, holderId: holder.id })
    const before = await db().mail.count({ where: { meetingId } })
    await bring(system(), payments.get(loser.id) ?? '', { CONTESTED: 5000 })
    await work()
    const [mail] = (await told('voting-right-changed')).filter(([, text]) => text.includes('n’est plus réglée'))
    expect(mail?.[0]).toBe(loser.email)
    expect(mail?.[1]).toContain('Cotisation non réglée 30 jours avant la réunion : pas de vote.')
    const ended = await told('membership-proxy-ended')
    expect(ended.map(([address]) => address).toSorted()).toEqual([giver.email, holder.email].toSorted())
    for (const [, text] of ended) expect(text).toContain(`${loser.label} n’a plus le droit de vote à cette réunion.`)
    expect(await db().mail.count({ where: { meetingId } })).toBe(before + 3)
    expect(await db().proxy.findFirstOrThrow({ where: { meetingId } })).toMatchObject({ state: 'ENDED' })
    const again = { meetingId, giverId: giver.id, holderId: holder.id }
    await expect(offerProxy(await contextFor(db(), giver), again)).rejects.toMatchObject({ status: 409 })
  })

  it('what has changed again since is not told; a meeting of another year neither; nor one already open', async () => {
    const member = at(8)
    await tellDuesRights(system(), [{ memberId: member.id, year: 2027, before: null, after: '2027-05-03' }])
    await paid(member, '2027-05-03')
    await tellDuesRights(system(), [{ memberId: member.id, year: 2026, before: null, after: '2027-05-03' }])
    await db().meeting.update({ where: { id: meetingId }, data: { state: 'OPEN' } })
    await work()
    expect(await told('voting-right-changed')).toEqual([])
  })

  it('6.4-b where the statutes ask nothing of dues, nothing is told', async () => {
    const { id: statutesId } = await db().statutesVersion.create({
      data: {
        effectiveFrom: dateColumn('2027-05-01'),
        adoptedOn: dateColumn('2027-04-30'),
        adoptedBy: 'AGE',
        settings: modelStatutes,
        hash: 'model',
        recordedAt: dateColumn('2027-05-01'),
      },
    })
    meetingId = (await buildMeeting(db(), { ...association, statutesId }, { state: 'CONVENED' })).id
    await paid(at(9), '2027-05-10')
    expect(await work()).toBe(0)
    await tellDuesRights(system(), [{ memberId: at(9).id, year: 2027, before: null, after: '2027-05-10' }])
    expect(await told('voting-right-changed')).toEqual([])
  })
})
