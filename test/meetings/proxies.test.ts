import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memberCards } from '~/meetings/answer/member-cards.query.server'
import { recordAnswer } from '~/meetings/answer/record-answer.server'
import { answerProxy } from '~/meetings/proxies/answer-proxy.server'
import { endProxyOnArrival } from '~/meetings/proxies/end-proxy-on-arrival.server'
import { enterPaperProxy } from '~/meetings/proxies/enter-paper-proxy.server'
import { offerProxy } from '~/meetings/proxies/offer-proxy.server'
import { proxyRegister } from '~/meetings/proxies/register.query.server'
import { revokeProxy } from '~/meetings/proxies/revoke-proxy.server'
import { transact } from '~/platform/db.server'
import { renderRow } from '~/platform/mail/render.server'
import { modelStatutes } from '~/statutes/model'
import {
  addMembers,
  buildAssociation,
  buildMeeting,
  contextFor,
  TEST_DATE,
  type BuiltAssociation,
  type BuiltMember,
} from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let association: BuiltAssociation
let meetingId: string

const [F1, F2, F3, F4] = [0, 1, 2, 3].map((index) => () => association.founders[index] ?? missing()) as [
  Who,
  Who,
  Who,
  Who,
]
const active = (index: number) => association.actives[index] ?? missing()
type Who = () => BuiltMember
const missing = (): never => {
  throw new Error('no such member')
}

beforeAll(async () => {
  association = await buildAssociation(db(), {})
})
beforeEach(async () => {
  meetingId = (await buildMeeting(db(), association, { state: 'CONVENED' })).id
})

const give = async (giver: BuiltMember, holder: BuiltMember) =>
  offerProxy(await contextFor(db(), giver), { meetingId, giverId: giver.id, holderId: holder.id })
const answer = async (holder: BuiltMember, proxyId: string, accept: boolean) =>
  answerProxy(await contextFor(db(), holder), { proxyId, accept })
const stateOf = async (proxyId: string) => (await db().proxy.findUniqueOrThrow({ where: { id: proxyId } })).state

describe('the limits of 6.1-d and 6.2-c', () => {
  it('6.1-d a founder holds one, then two proxies of founders; the third is refused with its figures', async () => {
    await give(F2(), F1())
    await give(F3(), F1())
    await expect(give(F4(), F1())).rejects.toMatchObject({
      status: 409,
      reasons: [{ rule: '6.1-d', figures: { held: 2, max: 2, from: 'Dr Fondateur 4', to: 'Dr Fondateur 1' } }],
    })
    expect(await db().proxy.count({ where: { meetingId } })).toBe(2)
  })

  it('6.2-c an active holds one proxy of an active; the second is refused', async () => {
    await give(active(0), active(1))
    await expect(give(active(2), active(1))).rejects.toMatchObject({
      reasons: [{ rule: '6.2-c', figures: { held: 1, max: 1 } }],
    })
  })

  it.each([
    ['6.1-d a founder to an active', () => [F1(), active(0)]],
    ['6.2-c an active to a founder', () => [active(0), F1()]],
    ['6.3-a an honorary member to anybody', () => [association.honorary[0] ?? missing(), active(0)]],
    ['6.2-c anybody to an honorary member', () => [active(0), association.honorary[0] ?? missing()]],
  ])('%s: refused', async (_, pair) => {
    const [giver, holder] = pair()
    await expect(give(giver ?? missing(), holder ?? missing())).rejects.toMatchObject({ status: 409 })
  })

  it('6.2-c no chain: who holds cannot give, who gave cannot hold', async () => {
    await give(active(0), active(1))
    await expect(give(active(1), active(2))).rejects.toThrow('ne se transmet pas')
    await expect(give(active(3), active(0))).rejects.toThrow('ne se transmet pas')
  })

  it('a Bureau meeting admits no proxy', async () => {
    meetingId = (await buildMeeting(db(), association, { body: 'bureau', state: 'CONVENED' })).id
    await expect(give(F2(), F1())).rejects.toThrow('Aucun pouvoir')
  })

  it('two members race for the last place: one has it, the other is told why', async () => {
    const results = await Promise.allSettled([give(active(0), active(5)), give(active(1), active(5))])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reasons: [{ figures: { held: 1, max: 1 } }] },
    })
  })

  it('twenty at once for two places: two', async () => {
    const more = await addMembers(db(), { category: 'founder', count: 20, name: 'Renfort', civility: 'Dr' })
    meetingId = (await buildMeeting(db(), association, { state: 'CONVENED' })).id
    const contexts = await Promise.all(more.map((giver) => contextFor(db(), giver)))
    const attempts = more.map((giver, index) =>
      offerProxy(contexts[index] ?? missing(), { meetingId, giverId: giver.id, holderId: F1().id }),
    )
    const results = await Promise.allSettled(attempts)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      modelStatutes.categories.founder?.proxies.max ?? 0,
    )
    expect(await db().proxy.count({ where: { meetingId, holderId: F1().id, state: 'OFFERED' } })).toBe(2)
    expect((await db().proxy.findMany({ where: { meetingId } })).map(({ order }) => order).sort()).toEqual([1, 2])
  })
})

describe('the life of a proxy', () => {
  it('offered, accepted: a mail to the holder, then to both', async () => {
    const { proxyId } = await give(active(0), active(1))
    const again = await give(active(0), active(1))
    expect(again.proxyId).toBe(proxyId)
    expect(await answer(active(1), proxyId, true)).toEqual({ state: 'ACCEPTED' })
    const mails = await db().mail.findMany({
      where: { meetingId },
      orderBy: [{ queuedAt: 'asc' }, { template: 'desc' }, { toName: 'asc' }],
    })
    expect(mails.map(({ template, toName }) => `${template} ${toName}`)).toEqual([
      'proxy-offered Mme Actif 2',
      'proxy-answered Mme Actif 1',
      'proxy-answered Mme Actif 2',
    ])
    expect(await db().meetingAnswer.findMany({ where: { meetingId } })).toMatchObject([
      { memberId: active(0).id, kind: 'PROXY' },
    ])
  })

  it('only the holder answers, only the giver or the desk takes back', async () => {
    const { proxyId } = await give(active(0), active(1))
    await expect(answer(active(2), proxyId, true)).rejects.toMatchObject({ status: 404 })
    await expect(revokeProxy(await contextFor(db(), active(1)), { proxyId })).rejects.toMatchObject({ status: 404 })
    await expect(
      offerProxy(await contextFor(db(), active(3)), { meetingId, giverId: active(4).id, holderId: active(5).id }),
    ).rejects.toMatchObject({ status: 404 })
    await revokeProxy(await contextFor(db(), F2()), { proxyId })
    expect(await stateOf(proxyId)).toBe('REVOKED')
  })

  it('what the desk notes for others is told as such, not as their own act', async () => {
    const desk = await contextFor(db(), F2())
    const { proxyId } = await enterPaperProxy(desk, {
      meetingId,
      giverId: active(0).id,
      holderId: active(1).id,
      scan: null,
    })
    await revokeProxy(desk, { proxyId })
    const own = (await give(active(2), active(3))).proxyId
    await answer(active(3), own, true)
    await revokeProxy(await contextFor(db(), active(2)), { proxyId: own })
    const mails = await db().mail.findMany({
      where: { meetingId, template: { in: ['proxy-answered', 'proxy-revoked'] } },
    })
    expect(mails).toHaveLength(8)
    for (const mail of mails) {
      const { text } = await renderRow(mail)
      const noted = [active(0).email, active(1).email].includes(mail.toAddress)
      expect([mail.toName, text.includes(`par ${desk.actor.name}`)]).toEqual([mail.toName, noted])
      if (noted) expect(text).not.toContain('Vous avez accepté')
    }
    const reasons = await db().proxy.findMany({ where: { meetingId }, orderBy: { order: 'asc' } })
    expect(reasons.map(({ endReason }) => endReason)).toEqual([
      `repris à la demande de celui qui l’avait donné, noté par le ${desk.actor.name}`,
      'repris par celui qui l’avait donné',
    ])
  })

  it.each(['decline', 'revoke'])('%s frees the place', async (act) => {
    const { proxyId } = await give(active(0), active(1))
    if (act === 'decline') await answer(active(1), proxyId, false)
    else await revokeProxy(await contextFor(db(), active(0)), { proxyId })
    await give(active(2), active(1))
    expect(await db().proxy.count({ where: { meetingId, holderId: active(1).id, state: 'OFFERED' } })).toBe(1)
    await expect(answer(active(1), proxyId, true)).rejects.toThrow('n’est plus en attente')
  })

  it('cannot be taken back once the holder has voted for the giver', async () => {
    const meeting = await buildMeeting(db(), association, { state: 'OPEN' })
    meetingId = meeting.id
    const presence = { meetingId, present: true, mode: 'IN_PERSON' as const, since: TEST_DATE }
    await db().presence.create({ data: { ...presence, memberId: active(1).id } })
    const { proxyId } = await give(active(0), active(1))
    await answer(active(1), proxyId, true)
    await db().resolution.update({ where: { id: meeting.resolutionIds[0] ?? '' }, data: { state: 'OPEN' } })
    await db().slip.create({
      data: {
        resolutionId: meeting.resolutionIds[0] ?? '',
        memberId: active(0).id,
        voterId: active(1).id,
        voices: 1,
        category: 'active',
        cast: true,
        choice: 'FOR',
      },
    })
    await expect(revokeProxy(await contextFor(db(), active(0)), { proxyId })).rejects.toThrow(
      'a déjà voté pour vous à la résolution 1',
    )
    const desk = await contextFor(db(), F1())
    const open = await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })
    const arrives = () => transact(db(), (tx) => endProxyOnArrival(tx, desk, open, active(0).id))
    expect(await arrives()).toBe(active(1).id)
    expect(await stateOf(proxyId)).toBe('ENDED')
    // the holder is told, once; the giver is there
    expect(await arrives()).toBeNull()
    const mails = await db().mail.findMany({ where: { meetingId, template: 'membership-proxy-ended' } })
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([active(1).email])
    const text = (await renderRow(mails[0]!)).text.replace(/\s+/g, ' ')
    expect(text).toContain(`${active(0).label} participe à la réunion et vote désormais en personne.`)
    expect(text).toContain('Vous ne votez plus pour ce membre.')
  })

  it('in session, who is present gives no proxy, and an absent one holds none', async () => {
    meetingId = (await buildMeeting(db(), association, { state: 'OPEN' })).id
    const presence = { meetingId, present: true, mode: 'IN_PERSON' as const, since: TEST_DATE }
    await db().presence.create({ data: { ...presence, memberId: active(1).id } })
    await expect(give(active(1), active(2))).rejects.toThrow('est présent')
    await expect(give(active(3), active(4))).rejects.toThrow('est absent')
    await give(active(3), active(1))
  })

  it('saying « je viens » takes the proxy back', async () => {
    const { proxyId } = await give(active(0), active(1))
    await recordAnswer(await contextFor(db(), active(0)), { meetingId, memberId: active(0).id, kind: 'COMING' })
    expect(await stateOf(proxyId)).toBe('REVOKED')
    const answers = await db().meetingAnswer.findMany({ where: { meetingId }, orderBy: { id: 'asc' } })
    expect(answers.map(({ kind }) => kind)).toEqual(['PROXY', 'COMING'])
  })

  describe('the holder answers', () => {
    const says = async (member: BuiltMember, kind: 'COMING' | 'ABSENT') =>
      recordAnswer(await contextFor(db(), member), { meetingId, memberId: member.id, kind })
    const told = async () => {
      const mails = await db().mail.findMany({
        where: { meetingId, template: 'proxy-holder-answered' },
        orderBy: [{ queuedAt: 'asc' }, { subject: 'asc' }, { toName: 'asc' }],
      })
      return mails.map(({ toName, subject }) => `${toName} : ${subject.split(' : ')[1] ?? ''}`)
    }
    const pages = async (giver: BuiltMember) => {
      const meeting = await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })
      const ctx = await contextFor(db(), giver)
      const [card] = await memberCards(ctx, meeting, ctx.actor.actingFor)
      const { lines } = await proxyRegister(await contextFor(db(), F2()), meeting, null)
      return { given: card?.given, line: lines.find((line) => line.giver === giver.label) }
    }

    it('« je ne viens pas »: each giver is told once, page and register say so, the proxy stays; « je viens » is told too', async () => {
      const first = (await give(F2(), F1())).proxyId
      await answer(F1(), first, true)
      await give(F3(), F1())
      await says(F1(), 'COMING')
      expect(await told()).toEqual([])
      await Promise.all(Array.from({ length: 4 }, () => says(F1(), 'ABSENT')))
      const away = ['Dr Fondateur 2 : Dr Fondateur 1 ne vient pas', 'Dr Fondateur 3 : Dr Fondateur 1 ne vient pas']
      expect(await told()).toEqual(away)
      expect(await stateOf(first)).toBe('ACCEPTED')
      expect(await pages(F2())).toMatchObject({
        given: { state: 'ACCEPTED', holderAbsent: true },
        line: { live: true, holderAbsent: true },
      })
      await says(F1(), 'COMING')
      await says(F1(), 'COMING')
      expect(await told()).toEqual([
        ...away,
        'Dr Fondateur 2 : Dr Fondateur 1 vient',
        'Dr Fondateur 3 : Dr Fondateur 1 vient',
      ])
      expect(await pages(F2())).toMatchObject({ given: { holderAbsent: false }, line: { holderAbsent: false } })
    })

    it('who said that he does not come and then accepts: the giver is told at once', async () => {
      await says(active(1), 'ABSENT')
      const { proxyId } = await give(active(0), active(1))
      expect(await told()).toEqual([])
      await answer(active(1), proxyId, true)
      expect(await told()).toEqual(['Mme Actif 1 : Mme Actif 2 ne vient pas'])
      await enterPaperProxy(await contextFor(db(), F2()), {
        meetingId,
        giverId: active(3).id,
        holderId: active(4).id,
        scan: null,
      })
      expect(await told()).toHaveLength(1)
    })

    it('the holder who is in the room after all is absent no more', async () => {
      const { proxyId } = await give(active(0), active(1))
      await answer(active(1), proxyId, true)
      await says(active(1), 'ABSENT')
      const presence = { meetingId, present: true, mode: 'IN_PERSON' as const, since: TEST_DATE }
      await db().presence.create({ data: { ...presence, memberId: active(1).id } })
      expect(await pages(active(0))).toMatchObject({ given: { holderAbsent: false } })
    })

    it('a proxy taken back is nobody’s any more: its giver is not told', async () => {
      const { proxyId } = await give(active(0), active(1))
      await revokeProxy(await contextFor(db(), active(0)), { proxyId })
      await says(active(1), 'ABSENT')
      expect(await told()).toEqual([])
    })
  })

  it('by video only where an article says so', async () => {
    await expect(
      recordAnswer(await contextFor(db(), active(0)), { meetingId, memberId: active(0).id, kind: 'VIDEO' }),
    ).rejects.toThrow('muets sur le vote à distance')
  })
})

describe('paper proxies', () => {
  const scan = {
    bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 1]),
    fileName: 'pouvoir.pdf',
    mime: 'application/pdf',
    inline: true,
  }

  it('the desk enters one with its scan; it counts at once', async () => {
    const entered = await enterPaperProxy(await contextFor(db(), F2()), {
      meetingId,
      giverId: active(0).id,
      holderId: active(1).id,
      scan,
    })
    expect(entered).toMatchObject({ accepted: true })
    const proxy = await db().proxy.findUniqueOrThrow({ where: { id: entered.proxyId } })
    expect(proxy).toMatchObject({ state: 'ACCEPTED', paper: true, order: 1 })
    expect(await db().document.findUniqueOrThrow({ where: { id: proxy.scanDocumentId ?? '' } })).toMatchObject({
      kind: 'proxy',
      memberId: active(0).id,
      openSince: null,
    })
  })

  it('6.2-c beyond the limit it is kept as refused, with its article, and uses no place', async () => {
    const desk = await contextFor(db(), F2())
    await enterPaperProxy(desk, { meetingId, giverId: active(0).id, holderId: active(1).id, scan: null })
    const second = await enterPaperProxy(desk, { meetingId, giverId: active(2).id, holderId: active(1).id, scan: null })
    expect(second).toMatchObject({ accepted: false, reason: { rule: '6.2-c', figures: { held: 1, max: 1 } } })
    expect(await stateOf(second.proxyId)).toBe('REFUSED')
    expect(
      await enterPaperProxy(desk, { meetingId, giverId: active(2).id, holderId: active(3).id, scan: null }),
    ).toMatchObject({ accepted: true })
  })

  it('a paper refused is told to its giver alone, with the reason and what he may do', async () => {
    const desk = await contextFor(db(), F2())
    const told = (giver: number) =>
      db().mail.findMany({
        where: { template: 'proxy-refused', meetingId, toAddress: active(giver).email },
        select: { props: true },
      })
    const enter = (giver: number, holder: number) =>
      enterPaperProxy(desk, { meetingId, giverId: active(giver).id, holderId: active(holder).id, scan: null })
    await enter(0, 1)
    expect(await told(0)).toEqual([])
    await enter(2, 1)
    const reason = expect.stringContaining('au plus')
    expect(await told(2)).toMatchObject([{ props: { article: '6.2', reason, next: 'come-or-give' } }])
    await enter(0, 3)
    expect(await told(0)).toMatchObject([{ props: { next: 'first-stands' } }])
    expect(await db().mail.count({ where: { template: 'proxy-refused', meetingId } })).toBe(2)
  })

  it('is refused to whoever does not hold the desk', async () => {
    await expect(
      enterPaperProxy(await contextFor(db(), active(0)), {
        meetingId,
        giverId: active(0).id,
        holderId: active(1).id,
        scan: null,
      }),
    ).rejects.toMatchObject({ status: 403 })
  })
})
