import { beforeAll, describe, expect, it } from 'vitest'
import { meetingSteps } from '~/meetings/prepare/meeting-steps.query.server'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { correctConvocation } from '~/meetings/convene/correct-convocation.server'
import { convocationProof } from '~/meetings/convene/proof.query.server'
import { markPosted } from '~/meetings/convene/mark-posted.server'
import { meetingReach } from '~/meetings/convene/reach.query.server'
import { resendByLetter } from '~/meetings/convene/resend-by-letter.server'
import { recordConsent } from '~/members/identity/record-consent.server'
import { countToPost, lettersToPost } from '~/meetings/convene/to-post.query.server'
import { convocationLettersToPost } from '~/meetings/convocation-letter.server'
import { action } from '~/routes/assemblees.$id.convocation._index'
import { buildAssociation, buildMeeting, contextFor, TEST_NOW, type BuiltAssociation } from '../support/builders'
import { startClockAt } from '../support/clock'
import { useDatabase } from '../support/database'
import { textOfPdf } from '../support/payments'
import { presser } from '../support/press'

const db = useDatabase()
let association: BuiltAssociation
let meetingId: string

const president = (now = TEST_NOW) => contextFor(db(), association.founders[0] ?? { accountId: '' }, now)
const found = () => db().meeting.findUniqueOrThrow({ where: { id: meetingId } })
const waiting = async () => (await lettersToPost(db(), meetingId)).map(({ label, kind }) => [label, kind])
const posting = async () =>
  (await meetingSteps(await president())).find(({ key }) => key === `letters-${meetingId}`) ?? null

/** Actives 1 to 3 take letters; nobody knows where the third lives. */
beforeAll(async () => {
  startClockAt(TEST_NOW)
  association = await buildAssociation(db(), { founders: 3, actives: 4, honorary: 0 })
  const [first, second, third] = association.actives
  await db().member.updateMany({
    where: { id: { in: [first?.id ?? '', second?.id ?? '', third?.id ?? ''] } },
    data: { convocationConsentOn: null },
  })
  await db().member.update({ where: { id: third?.id ?? '' }, data: { street: null, postcode: null, town: null } })
  meetingId = (await buildMeeting(db(), association, { resolutions: [{ title: 'Budget' }] })).id
  await conveneMeeting(await president(), { meetingId })
})

describe('13.2-a the letters of a convocation', () => {
  it('are one file, each on its own sheets with its own rights, without those who have no address', async () => {
    expect(await waiting()).toEqual([
      ['Mme Actif 1', 'CONVOCATION'],
      ['Mme Actif 2', 'CONVOCATION'],
      ['Mme Actif 3', 'CONVOCATION'],
    ])
    const { bytes, fileName } = await convocationLettersToPost(await president(), meetingId)
    expect(fileName).toBe('lettres-de-convocation-2027-06-12.pdf')
    const pages = textOfPdf(bytes)
      .split('\f')
      .filter((page) => page.trim() !== '')
    expect(pages).toHaveLength(2)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Mme Actif ${index + 1}`)
      expect(page).toContain(`${index + 1} rue des Lilas`)
      expect(page).toContain('Résolution 1 : Budget')
    }
    expect(await posting()).toMatchObject({
      title: expect.stringMatching(/^Poster 7\s/),
      to: expect.stringMatching(/#lettres$/),
    })
  })

  it('a mail that came back is to be posted too, and home counts it', async () => {
    const notice = await db().convocationNotice.findFirstOrThrow({ where: { memberId: association.actives[3]?.id } })
    await db().mail.updateMany({ where: { meetingId }, data: { state: 'ACCEPTED', sentAt: new Date(TEST_NOW.epochMilliseconds) } }) // prettier-ignore
    await db().mail.update({ where: { id: notice.mailId ?? '' }, data: { state: 'BOUNCED' } })
    expect(await countToPost(db(), await found())).toEqual({ letters: 3, failed: 1, withdrawn: 0 })
    const step = await posting()
    expect(step?.title.replace(/\s/g, ' ')).toBe('Poster 4 convocations par lettre')
    expect(step?.reason?.replace(/\s/g, ' ')).toContain('1 courriel n’est pas parti, ou est revenu, à remplacer.')
  })

  it('one act says posted those that are ticked; none ticked says so; twice changes nothing', async () => {
    const press = presser(db, action, { id: meetingId })
    const [first, second] = await lettersToPost(db(), meetingId)
    const chair = association.founders[0]!
    const on = (day: string, ids: string[]): [string, string][] => [['intent', 'posted'], ['postedOn', day], ...ids.map((id): [string, string] => ['noticeIds', id])] // prettier-ignore
    expect(await press(chair, on('2027-05-10', []))).toMatchObject({ init: { status: 400 } })
    expect(await press(chair, on('2027-05-11', [first?.id ?? '']))).toMatchObject({ init: { status: 400 } })
    expect(await press(chair, on('2027-05-10', [first?.id ?? '', second?.id ?? '']))).toMatchObject({ status: 302 })
    expect(await press(chair, on('2027-05-09', [first?.id ?? '']))).toMatchObject({ status: 302 })
    expect(await waiting()).toEqual([['Mme Actif 3', 'CONVOCATION']])
    const posted = await db().convocationNotice.findMany({ where: { postedOn: { not: null } } })
    expect(posted.map(({ postedOn }) => postedOn?.toISOString().slice(0, 10))).toEqual(['2027-05-10', '2027-05-10'])
    await expect(convocationLettersToPost(await president(), meetingId)).rejects.toMatchObject({
      init: { status: 404 },
    })
  })

  it('agreement to mails withdrawn since: whoever convenes is told, and a letter follows; the day of the mail is kept', async () => {
    const member = association.founders[2]!
    const follow = { sequence: null, filter: 'a-traiter', after: null } as const
    const proof = async () => (await convocationProof(await president(), await found(), follow))?.lines
    const before = (await meetingReach(db(), await found())).counts['in-time']
    expect(await proof()).not.toContainEqual(expect.objectContaining({ label: member.label }))
    const withdrawal = {
      memberId: member.id,
      kind: 'CONVOCATION' as const,
      given: false,
      on: '2027-05-10',
      source: 'lettre',
    }
    await recordConsent(await president(), withdrawal)
    expect(await countToPost(db(), await found())).toMatchObject({ withdrawn: 1 })
    expect((await posting())?.reason?.replace(/\s/g, ' ')).toContain('Accord au courriel retiré par 1 membre')
    const line = (await proof())?.find(({ label }) => label === member.label)
    expect(line).toMatchObject({ state: 'withdrawn' })
    expect(await resendByLetter(await president(), { meetingId, noticeId: line?.id ?? '' })).toBe(1)
    expect(await waiting()).toContainEqual([member.label, 'CONVOCATION'])
    expect(await countToPost(db(), await found())).toMatchObject({ withdrawn: 0 })
    expect((await meetingReach(db(), await found())).counts['in-time']).toBe(before)
    const [letter] = (await lettersToPost(db(), meetingId)).filter(({ memberId }) => memberId === member.id)
    await markPosted(await president(), { meetingId, noticeIds: [letter?.id ?? ''], postedOn: '2027-05-10' })
  })

  it('a correction makes letters of its own, told apart', async () => {
    await db().meeting.update({ where: { id: meetingId }, data: { place: 'Salle Ravel' } })
    await correctConvocation(await president(TEST_NOW.add({ hours: 1 })), { meetingId })
    expect(await waiting()).toEqual([
      ['Mme Actif 1', 'CORRECTION'],
      ['Mme Actif 2', 'CORRECTION'],
      ['Mme Actif 3', 'CONVOCATION'],
      ['Mme Actif 3', 'CORRECTION'],
      ['Dr Fondateur 3', 'CORRECTION'],
    ])
    const text = textOfPdf((await convocationLettersToPost(await president(), meetingId)).bytes)
    expect(text).toContain('Convocation rectifiée')
  })
})
