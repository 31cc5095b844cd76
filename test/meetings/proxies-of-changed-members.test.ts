import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { offerProxy } from '~/meetings/proxies/offer-proxy.server'
import { proxyRegister } from '~/meetings/proxies/register.query.server'
import { changeMembership, type MembershipChange } from '~/membership/change-membership.server'
import { transact } from '~/platform/db.server'
import { renderRow } from '~/platform/mail/render.server'
import { buildAssociation, buildMeeting, contextFor, giveProxy, type BuiltAssociation, type BuiltMember } from '../support/builders' // prettier-ignore
import { useDatabase } from '../support/database'

const db = useDatabase()
let association: BuiltAssociation
let meetingId: string
let mailsBefore: number
const president = () => contextFor(db(), association.founders[0] ?? { accountId: '' })
const plain = (text: string) => text.replace(/\s+/g, ' ')

beforeAll(async () => {
  association = await buildAssociation(db(), { founders: 4, actives: 14, honorary: 0 })
})
// the meeting is on 12 June 2027
beforeEach(async () => {
  await db().meeting.updateMany({ data: { state: 'CANCELLED' } })
  meetingId = (await buildMeeting(db(), association, { state: 'CONVENED' })).id
  mailsBefore = await db().mail.count()
})

async function change(member: BuiltMember, event: Pick<MembershipChange, 'kind' | 'on' | 'until' | 'category'>) {
  const ctx = await president()
  await transact(db(), (tx) => changeMembership(tx, ctx, { memberId: member.id, ...event }))
}
const proxies = async () =>
  (await db().proxy.findMany({ where: { meetingId }, orderBy: { order: 'asc' } })).map(({ state, endReason }) => [state, endReason]) // prettier-ignore
async function told() {
  const mails = await db().mail.findMany({ where: { meetingId }, orderBy: { queuedAt: 'asc' } })
  const texts = await Promise.all(
    mails.map(async (mail) => [mail.toAddress, plain((await renderRow(mail)).text)] as const),
  )
  return new Map(texts)
}

describe('6.1-d, 6.2-c, 6.4-c a proxy rests on what its two parties are', () => {
  it.each([
    ['the giver', 0, 0, 1, 'celui qui l’avait donné est suspendu'],
    ['the holder', 3, 2, 3, 'celui qui le détenait est suspendu'],
  ] as const)(
    'suspended over the day of the meeting, %s: it ends, both are told why',
    async (_, who, gives, holds, endReason) => {
      const at = (index: number) => association.actives[index]!
      await giveProxy(db(), { meetingId, giverId: at(gives).id, holderId: at(holds).id })
      await change(at(who), { kind: 'SUSPENDED', on: '2027-05-10', until: '2027-09-30' })
      expect(await proxies()).toEqual([['ENDED', endReason]])
      const texts = await told()
      expect([...texts.keys()].toSorted()).toEqual([at(gives).email, at(holds).email].toSorted())
      for (const text of texts.values())
        expect(text).toContain(`Les droits de ${at(who).label} sont suspendus jusqu’au 30 septembre 2027.`)
      // whoever still votes is told how; whoever does not, is not
      expect(texts.get(at(gives).email)?.includes('donnez pouvoir à quelqu’un d’autre')).toBe(who !== gives)
      const register = await proxyRegister(
        await president(),
        await db().meeting.findUniqueOrThrow({ where: { id: meetingId } }),
        null,
      )
      expect(JSON.stringify(register)).toContain(endReason)
      // and no other is given in its place
      const refused = offerProxy(await contextFor(db(), at(gives)), {
        meetingId,
        giverId: at(gives).id,
        holderId: at(holds).id,
      })
      await expect(refused).rejects.toMatchObject({ status: expect.any(Number) })
    },
  )

  it.each([
    ['2027-06-11', 'ACCEPTED'],
    ['2027-06-12', 'ENDED'],
    ['2027-06-13', 'ENDED'],
  ])('6.4-c suspended until %s, the meeting being on 12 June: %s', async (until, state) => {
    const [giver, holder] = [association.actives[Number(until.slice(-2)) - 7]!, association.actives[8]!]
    await giveProxy(db(), { meetingId, giverId: giver.id, holderId: holder.id })
    await change(giver, { kind: 'SUSPENDED', on: '2027-05-10', until })
    expect((await proxies()).map(([first]) => first)).toEqual([state])
    if (state === 'ACCEPTED') expect(await db().mail.count()).toBe(mailsBefore)
  })

  it('6.1-d a founder who is one no more holds nothing for a founder; what still may be is left alone', async () => {
    const [first, second, third, fourth] = association.founders
    await giveProxy(db(), { meetingId, giverId: fourth!.id, holderId: third!.id })
    await giveProxy(db(), { meetingId, giverId: second!.id, holderId: first!.id })
    await giveProxy(db(), { meetingId, giverId: association.actives[9]!.id, holderId: association.actives[10]!.id })
    await change(third!, { kind: 'CATEGORY_CHANGED', on: '2027-05-10', category: 'active' })
    expect((await proxies()).map(([state]) => state)).toEqual(['ENDED', 'ACCEPTED', 'ACCEPTED'])
    const texts = await told()
    expect([...texts.keys()].toSorted()).toEqual([fourth!.email, third!.email].toSorted())
    expect(texts.get(fourth!.email)).toContain(`${third!.label} est désormais membre actif.`)
  })

  it('6.3-a who becomes an honorary member gives none any more; an open session keeps the rights of its opening', async () => {
    const [giver, holder, other] = [association.actives[11]!, association.actives[12]!, association.actives[13]!]
    await giveProxy(db(), { meetingId, giverId: giver.id, holderId: holder.id })
    await change(giver, { kind: 'CATEGORY_CHANGED', on: '2027-05-10', category: 'honorary' })
    expect(await proxies()).toEqual([['ENDED', 'celui qui l’avait donné est devenu membre d’honneur']])
    const open = await buildMeeting(db(), association, { state: 'OPEN' })
    await giveProxy(db(), { meetingId: open.id, giverId: other.id, holderId: holder.id })
    await change(other, { kind: 'CATEGORY_CHANGED', on: '2027-05-10', category: 'honorary' })
    expect(await db().proxy.findFirstOrThrow({ where: { meetingId: open.id } })).toMatchObject({ state: 'ACCEPTED' })
  })
})
