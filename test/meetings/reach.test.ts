import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { correctConvocation } from '~/meetings/convene/correct-convocation.server'
import { refusalOnPlace } from '~/meetings/convene/demand-reached.server'
import { markPosted } from '~/meetings/convene/mark-posted.server'
import { convocationProof } from '~/meetings/convene/proof.query.server'
import { meetingReach } from '~/meetings/convene/reach.query.server'
import { resendByLetter } from '~/meetings/convene/resend-by-letter.server'
import { openSession } from '~/meetings/session/open-session.server'
import { convocationFacts } from '~/minutes/facts/convocation.server'
import { decideReturned } from '~/platform/mail/returned/decide-returned.server'
import { instantOf } from '~/platform/clock.server'
import { dateColumn } from '~/platform/dates'
import { useDatabase } from '../support/database'
import { buildAssociation, buildMeeting, contextFor, tellEverybody, type BuiltAssociation } from '../support/builders'

const db = useDatabase()
let association: BuiltAssociation

beforeAll(async () => {
  association = await buildAssociation(db(), {})
})

const at = (moment: string) => Temporal.Instant.from(moment)
const president = (moment = '2027-05-10T10:00:00Z') =>
  contextFor(db(), association.founders[0] ?? { accountId: '' }, at(moment))
const EVENING = '2027-06-12T16:40:00Z'
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const found = (id: string) => db().meeting.findUniqueOrThrow({ where: { id } })
const reached = async (id: string) => (await meetingReach(db(), await found(id))).counts
const told = async (id: string) => plain((await convocationFacts(db(), id)).sentences.join('\n'))

/** Convened on 10 May for 12 June 2027: the last day is 27 May. */
async function convened(options: Parameters<typeof buildMeeting>[2] = {}) {
  const meeting = await buildMeeting(db(), association, options)
  await conveneMeeting(await president(), { meetingId: meeting.id })
  return meeting
}

const accept = (meetingId: string, on: string, take: number) => db().$executeRaw`
  UPDATE "Mail" SET "state" = 'ACCEPTED', "sentAt" = ${new Date(instantOf(on, '12:00').epochMilliseconds)}
   WHERE "id" IN (SELECT "id" FROM "Mail" WHERE "meetingId" = ${meetingId}::uuid AND "state" = 'QUEUED' ORDER BY "id" LIMIT ${take})`

describe('who was told of a meeting', () => {
  it('13.2-a nobody, as long as nothing left; the minutes say so and nothing else', async () => {
    const { id } = await convened()
    expect(await reached(id)).toMatchObject({ total: 26, 'in-time': 0, waiting: 26 })
    const said = await told(id)
    expect(said).toContain('La convocation a été décidée le 10 mai 2027')
    expect(said).toContain('26 courriels non partis')
    expect(said).toContain(
      'Prévenus à temps, le 27 mai 2027 au plus tard : aucun membre sur 26 ; 26 courriels ne sont pas encore partis.',
    )
    expect(said).not.toMatch(/envoyée|respecte le délai/)
  })

  it('13.2-a by the day on which each mail was accepted, in Paris', async () => {
    const { id } = await convened()
    await accept(id, '2027-05-27', 10)
    await accept(id, '2027-05-28', 6)
    expect(await reached(id)).toMatchObject({ 'in-time': 10, late: 6, waiting: 10 })
    await db()
      .$executeRaw`UPDATE "Mail" SET "sentAt" = '2027-05-27T22:30:00Z' WHERE "meetingId" = ${id}::uuid AND "state" = 'ACCEPTED'`
    expect(await reached(id)).toMatchObject({ 'in-time': 0, late: 16 })
  })

  it('13.2-a a mail handed whole and never answered tells nobody, and is called neither refused nor accepted', async () => {
    const { id } = await convened()
    await accept(id, '2027-05-20', 25)
    await db()
      .$executeRaw`UPDATE "Mail" SET "state" = 'REFUSED', "handedAt" = now() WHERE "meetingId" = ${id}::uuid AND "state" = 'QUEUED'`
    expect(await reached(id)).toMatchObject({ 'in-time': 25, unanswered: 1, refused: 0 })
    const said = await told(id)
    expect(said).toContain('1 courriel resté sans réponse du serveur')
    expect(said).toContain('25 membres sur 26 ; 1 courriel est resté sans réponse du serveur.')
    expect(said).not.toContain('refusé')
    const proof = await convocationProof(await president(), await found(id), {
      sequence: null,
      filter: 'a-traiter',
      after: null,
    })
    expect(proof?.counts).toMatchObject({ failed: 0, unanswered: 1 })
    expect(proof?.lines.map(({ state }) => state)).toEqual(['unanswered'])
  })

  it('13.2-a an answer that nobody has read holds the timeliness of that person, until somebody says what it means', async () => {
    const { id } = await convened()
    await tellEverybody(db(), id)
    const [bounced, absence] = await db().mail.findMany({ where: { meetingId: id }, orderBy: { id: 'asc' }, take: 2 })
    const answers = await Promise.all(
      [bounced, absence].map((mail, at) =>
        db().returnedMail.create({
          data: {
            sourceHash: `${id}-${at}`,
            sender: 'MAILER-DAEMON@relais.example',
            subject: 'Votre message',
            excerpt: 'Ce message n’a peut-être pas été remis.',
            mailId: mail?.id,
            foundAt: new Date('2027-05-11T08:00:00Z'),
          },
        }),
      ),
    )
    expect(await reached(id)).toMatchObject({ total: 26, 'in-time': 24, unread: 2 })
    expect(await told(id)).toContain('24 membres sur 26 ; 2 courriels ont reçu une réponse que personne n’a lue.')
    const follow = { sequence: null, filter: 'a-traiter', after: null } as const
    const proof = async () => convocationProof(await president(), await found(id), follow)
    expect(await proof()).toMatchObject({
      counts: { todo: 2, unread: 2, accepted: 24 },
      lines: [{ state: 'unread' }, { state: 'unread' }],
    })
    await decideReturned(await president(), { id: answers[0]?.id ?? '', verdict: 'FAILED' })
    await decideReturned(await president(), { id: answers[1]?.id ?? '', verdict: 'NO_EFFECT' })
    expect(await reached(id)).toMatchObject({ 'in-time': 25, returned: 1, unread: 0 })
    expect(await proof()).toMatchObject({ counts: { todo: 1 }, lines: [{ state: 'bounced' }] })
  })

  it('a mail that came back counts no more; the letter in its place counts from its posting', async () => {
    const { id } = await convened()
    await tellEverybody(db(), id)
    const notice = await db().convocationNotice.findFirstOrThrow({ where: { convocation: { meetingId: id } } })
    await db().mail.update({ where: { id: notice.mailId ?? '' }, data: { state: 'BOUNCED', bouncedAt: new Date(0) } })
    expect(await reached(id)).toMatchObject({ 'in-time': 25, returned: 1 })
    await resendByLetter(await president(), { meetingId: id, noticeId: notice.id })
    expect(await reached(id)).toMatchObject({ 'in-time': 25, 'to-post': 1 })
    const later = await president('2027-05-29T10:00:00Z')
    await markPosted(later, { meetingId: id, noticeIds: [notice.id], postedOn: '2027-05-28' })
    expect(await reached(id)).toMatchObject({ 'in-time': 25, late: 1 })
  })

  it('a new day is told by its own sending; a new place takes nothing away', async () => {
    const { id } = await convened()
    await tellEverybody(db(), id)
    await db().meeting.update({ where: { id }, data: { place: 'Mairie' } })
    await correctConvocation(await president('2027-06-01T10:00:00Z'), { meetingId: id })
    expect(await reached(id)).toMatchObject({ 'in-time': 26 })
    await db().meeting.update({
      where: { id },
      data: { date: dateColumn('2027-06-26'), startsAt: new Date(instantOf('2027-06-26', '18:30').epochMilliseconds) },
    })
    await correctConvocation(await president('2027-06-01T11:00:00Z'), { meetingId: id })
    expect(await reached(id)).toMatchObject({ 'in-time': 0, waiting: 26 })
  })

  it('without a server all becomes letters in one act, pressed twice the same; who has no address is named', async () => {
    const lost = association.actives[7]?.id ?? ''
    const { id } = await convened()
    await db().member.update({ where: { id: lost }, data: { street: null, postcode: null, town: null } })
    const ctx = await president()
    expect(await resendByLetter(ctx, { meetingId: id, noticeId: 'all' })).toBe(25)
    await resendByLetter(ctx, { meetingId: id, noticeId: 'all' })
    expect(await reached(id)).toMatchObject({ 'in-time': 0, 'to-post': 25, waiting: 1 })
    await markPosted(ctx, { meetingId: id, noticeIds: 'all', postedOn: '2027-05-10' })
    expect(await reached(id)).toMatchObject({ 'in-time': 25 })
    const proof = await convocationProof(ctx, await found(id), { sequence: null, filter: 'a-traiter', after: null })
    expect(proof?.counts).toMatchObject({ total: 26, posted: 25, todo: 1 })
    expect(proof?.lines).toMatchObject([{ state: 'stuck' }])
    await db().member.update({ where: { id: lost }, data: { town: 'Ivry-sur-Seine' } })
  })
})

describe('opening while some were not told in time', () => {
  const secretary = () => association.founders[1]?.accountId ?? ''

  it('asks the reason of the chair, and keeps who, when, which share and why', async () => {
    const { id } = await convened()
    await accept(id, '2027-05-20', 20)
    const chair = await president(EVENING)
    await expect(openSession(chair, { meetingId: id, secretary: secretary() })).rejects.toMatchObject({
      fieldErrors: { untoldReason: [expect.any(String)] },
    })
    expect((await found(id)).state).toBe('CONVENED')
    const why = 'Tous ont été appelés au téléphone.'
    await Promise.all(
      [1, 2].map(() => openSession(chair, { meetingId: id, secretary: secretary(), untoldReason: why })),
    )
    const incidents = await db().incident.findMany({ where: { meetingId: id } })
    expect(incidents).toMatchObject([{ kind: 'untold-members', rule: '13.2-a', recordedById: chair.actor.accountId }])
    const text = plain(incidents[0]?.text ?? '')
    expect(text).toContain('Dr Fondateur 1 (présidence de l’association) ouvre la séance')
    expect(text).toContain('au plus tard : 20 membres sur 26')
    expect(text).toContain(`Motif donné : ${why} Risque pris`)
  })

  it('everybody told, nothing is asked nor kept', async () => {
    const { id } = await convened()
    await tellEverybody(db(), id)
    await openSession(await president(EVENING), { meetingId: id, secretary: secretary() })
    expect(await db().incident.count({ where: { meetingId: id } })).toBe(0)
  })

  it.each([
    [11, 'refused'],
    [15, 'opened'],
  ])('13.3-b a dissolution with letters never posted, %s told in time: %s', async (count, outcome) => {
    const { id } = await convened({ body: 'age' })
    await accept(id, '2027-05-20', count)
    const chair = await president(EVENING)
    const opening = openSession(chair, { meetingId: id, secretary: secretary(), untoldReason: 'Je prends le risque.' })
    if (outcome === 'opened') return expect(await opening).toHaveProperty('roomCode')
    await expect(opening).rejects.toMatchObject({
      reasons: [{ rule: '13.3-a', figures: { toldInTime: count, required: 12 } }],
    })
    expect((await found(id)).state).toBe('CONVENED')
  })

  it('6.4 the place of a member who was not told is not voted in his absence; it is once he is there', async () => {
    const concerned = association.actives[4]
    if (!concerned) throw new Error('nobody to suspend')
    const effect = {
      kind: 'suspend-member',
      memberId: concerned.id,
      from: '2027-06-13',
      until: '2027-12-13',
      reason: 'Faits établis.',
    }
    const { id } = await buildMeeting(db(), association, { state: 'CONVENED' })
    const refusal = async (here: string[] = []) =>
      (await refusalOnPlace(db(), await found(id), { effect }, { present: new Set(here), represented: new Set() }))
        ?.message
    expect(await refusal()).toBeUndefined()
    await db().convocationNotice.updateMany({
      where: { memberId: concerned.id, convocation: { meetingId: id } },
      data: { postedOn: null },
    })
    expect(await refusal()).toContain('n’est pas faite à temps')
    expect(await refusal([concerned.id])).toBeUndefined()
    await db().convocationNotice.updateMany({ where: { convocation: { meetingId: id } }, data: { postedOn: null } })
    expect(await refusal([concerned.id])).toContain('ne feraient pas le quorum à eux seuls')
  })
})
