import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cancelMeeting } from '~/meetings/convene/cancel-meeting.server'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { notVotable } from '~/meetings/convene/votable.server'
import { correctConvocation } from '~/meetings/convene/correct-convocation.server'
import { instantOf } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { loadAttachments } from '~/platform/mail/attachments.server'
import { Refusal } from '~/platform/refusal'
import {
  addBody,
  addCoordinator,
  buildAssociation,
  buildMeeting,
  contextFor,
  type BuiltAssociation,
} from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let association: BuiltAssociation
let president: Context

beforeAll(async () => {
  association = await buildAssociation(db(), {})
})

/** 12 June 2027 with 15 clear days: the last sending day is 27 May. */
const on = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`)
const asPresident = (now: Temporal.Instant) => contextFor(db(), association.founders[0] ?? { accountId: '' }, now)

beforeEach(async () => {
  president = await asPresident(on('2027-05-10'))
})

const noticesOf = (convocationId: string) =>
  db().convocationNotice.findMany({
    where: { convocationId },
    include: { mail: true, member: true },
    orderBy: { member: { number: 'asc' } },
  })

async function calendarOf(mail: { attachments: unknown } | null) {
  const [file] = await loadAttachments(db(), mail?.attachments)
  const calendar = new ICAL.Component(ICAL.parse(file?.content.toString('utf8') ?? ''))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  return { method: file?.method, sequence: event.sequence, uid: event.uid, start: event.startDate.toString() }
}

describe('convening', () => {
  it('13.2-a writes convocation, electorate, one mail a member with its job and proof', async () => {
    const meeting = await buildMeeting(db(), association)
    const convened = await conveneMeeting(president, { meetingId: meeting.id })
    expect(convened).toMatchObject({ mails: 26, letters: 0, already: false })
    const convocation = await db().convocation.findUniqueOrThrow({ where: { id: convened.convocationId } })
    expect(convocation).toMatchObject({
      kind: 'CONVOCATION',
      sequence: 0,
      signerName: 'Dr Fondateur 1',
      ruling: { outcome: 'lawful' },
      lateReason: null,
    })
    const notices = await noticesOf(convened.convocationId)
    expect(new Set(notices.map(({ memberId }) => memberId))).toEqual(new Set(association.all.map(({ id }) => id)))
    expect(new Set(notices.map(({ contentHash }) => contentHash)).size).toBe(26)
    expect(notices[0]?.mail).toMatchObject({
      template: 'convocation',
      state: 'QUEUED',
      subject: 'AGO du 12\u00a0juin 2027 : votre convocation',
    })
    const jobs = await db().$queryRaw<
      { count: bigint }[]
    >`SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'deliver-mail'`
    expect(Number(jobs[0]?.count)).toBe(26)
    expect(await db().meeting.findUniqueOrThrow({ where: { id: meeting.id } })).toMatchObject({ state: 'CONVENED' })
    expect(await db().journalEntry.count({ where: { subjectId: meeting.id, act: 'meeting.convened' } })).toBe(1)
    expect(await calendarOf(notices[0]?.mail ?? null)).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      start: '2027-06-12T18:30:00',
    })
  })

  it('says to each his own vote and the rule of proxies in his case', async () => {
    const meeting = await buildMeeting(db(), association)
    const { convocationId } = await conveneMeeting(president, { meetingId: meeting.id })
    const props = new Map((await noticesOf(convocationId)).map(({ member, mail }) => [member.category, mail?.props]))
    expect(props.get('founder')).toMatchObject({
      right: { article: '6.1', sentence: expect.stringContaining('3\u00a0voix') },
      proxy: { article: '6.1', sentence: expect.stringContaining('membre fondateur') },
    })
    expect(props.get('active')).toMatchObject({
      right: { article: '6.2' },
      proxy: { sentence: expect.stringContaining('membre actif') },
    })
    expect(props.get('honorary')).toMatchObject({ right: { article: '6.3' }, proxy: null })
  })

  it.each([
    ['2027-05-26', 'lawful'],
    ['2027-05-27', 'lawful'],
    ['2027-05-28', 'late'],
  ])('13.2-a sent on %s: %s', async (day, outcome) => {
    const meeting = await buildMeeting(db(), association)
    const attempt = conveneMeeting(await asPresident(on(day)), { meetingId: meeting.id })
    if (outcome === 'lawful') expect(await attempt).toMatchObject({ already: false })
    else
      await expect(attempt).rejects.toMatchObject({
        status: 409,
        reasons: [{ rule: '13.2-a', figures: { lastSendingDay: '2027-05-27' } }],
      })
    expect(await db().convocation.count({ where: { meetingId: meeting.id } })).toBe(outcome === 'lawful' ? 1 : 0)
  })

  it('late, the President goes on with a reason: the risk is an incident', async () => {
    const meeting = await buildMeeting(db(), association)
    const late = await asPresident(on('2027-05-30'))
    const { convocationId } = await conveneMeeting(late, {
      meetingId: meeting.id,
      lateReason: 'La salle n’était pas confirmée.',
    })
    const convocation = await db().convocation.findUniqueOrThrow({ where: { id: convocationId } })
    expect(convocation).toMatchObject({
      ruling: { outcome: 'unlawful' },
      lateReason: 'La salle n’était pas confirmée.',
    })
    const incidents = await db().incident.findMany({ where: { meetingId: meeting.id } })
    expect(incidents).toMatchObject([
      { kind: 'late-convocation', rule: '13.2-a', text: expect.stringContaining('La salle n’était pas confirmée.') },
    ])
  })

  it('9.1-d the coordinator convenes by delegation, in time only', async () => {
    const coordinator = await addCoordinator(db(), ['meetings.convene', 'meetings.prepare'])
    const meeting = await buildMeeting(db(), association)
    const { convocationId } = await conveneMeeting(await contextFor(db(), coordinator), { meetingId: meeting.id })
    expect(await db().convocation.findUniqueOrThrow({ where: { id: convocationId } })).toMatchObject({
      signerName: 'Inès Coordination',
      signerTitle: expect.stringContaining('délégation'),
    })
    const other = await buildMeeting(db(), association)
    const late = await contextFor(db(), coordinator, on('2027-05-30'))
    await expect(conveneMeeting(late, { meetingId: other.id, lateReason: 'pressé' })).rejects.toThrow(
      'Seul le Président',
    )
  })

  it('refuses whoever is neither President, nor replaces him, nor holds his delegation', async () => {
    const meeting = await buildMeeting(db(), association)
    for (const person of [association.founders[1], association.actives[0]])
      await expect(
        conveneMeeting(await contextFor(db(), person ?? { accountId: '' }), { meetingId: meeting.id }),
      ).rejects.toMatchObject({ status: 403 })
  })

  it('pressed ten times at once, it sends once', async () => {
    const meeting = await buildMeeting(db(), association)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => conveneMeeting(president, { meetingId: meeting.id })),
    )
    expect(answers.filter(({ already }) => !already)).toHaveLength(1)
    expect(new Set(answers.map(({ convocationId, mails }) => `${convocationId} ${mails}`)).size).toBe(1)
    expect(await db().mail.count({ where: { meetingId: meeting.id } })).toBe(26)
  })

  it('without consent or address, a letter; a legal person through its legal representative', async () => {
    const [silent, homeless] = association.actives
    await db().member.update({ where: { id: silent?.id ?? '' }, data: { convocationConsentOn: null } })
    const body = await addBody(db(), { legalName: 'Centre de santé des Lilas' })
    const meeting = await buildMeeting(db(), association)
    const { convocationId } = await conveneMeeting(president, { meetingId: meeting.id })
    const byMember = new Map((await noticesOf(convocationId)).map((notice) => [notice.memberId, notice]))
    expect(byMember.get(silent?.id ?? '')).toMatchObject({
      channel: 'LETTER',
      mailId: null,
      address: `${silent?.label}\n1 rue des Lilas\n94200 Ivry-sur-Seine`,
    })
    expect(byMember.get(homeless?.id ?? '')).toMatchObject({ channel: 'MAIL' })
    expect(byMember.get(body.id)).toMatchObject({
      channel: 'MAIL',
      address: body.email,
      mail: { toName: 'Claire Direction', props: { forBody: 'Centre de santé des Lilas' } },
    })
    // 8.3-a: a Bureau meeting is convened by any means
    await db().member.update({ where: { id: association.founders[1]?.id ?? '' }, data: { convocationConsentOn: null } })
    const bureau = await buildMeeting(db(), association, { body: 'bureau' })
    expect(await conveneMeeting(president, { meetingId: bureau.id })).toMatchObject({ mails: 3, letters: 0 })
  })

  it('refuses without an agenda, a text to vote, a place, or for a day that is past', async () => {
    const empty = await buildMeeting(db(), association, { resolutions: [] })
    await expect(conveneMeeting(president, { meetingId: empty.id })).rejects.toThrow('L’ordre du jour est vide')
    const nowhere = await buildMeeting(db(), association, { place: null })
    await expect(conveneMeeting(president, { meetingId: nowhere.id })).rejects.toThrow('Indiquez un lieu')
    const past = await buildMeeting(db(), association, { date: '2027-05-01' })
    await expect(conveneMeeting(president, { meetingId: past.id, lateReason: 'x' })).rejects.toThrow('est passée')
    const silent = await buildMeeting(db(), association)
    await db().resolution.deleteMany({ where: { meetingId: silent.id, number: 1 } })
    await expect(conveneMeeting(president, { meetingId: silent.id })).rejects.toBeInstanceOf(Refusal)
  })
})

describe('correcting and cancelling', () => {
  const convened = async () => {
    const meeting = await buildMeeting(db(), association)
    await conveneMeeting(president, { meetingId: meeting.id })
    return meeting
  }

  it('sends what changed to everybody, SEQUENCE raised, the same UID', async () => {
    const { id } = await convened()
    await db().meeting.update({ where: { id }, data: { place: 'Mairie' } })
    const sent = await correctConvocation(president, { meetingId: id, note: 'La salle est prise.' })
    const [notice] = await noticesOf(sent?.convocationId ?? '')
    expect(notice?.mail).toMatchObject({
      template: 'convocation-correction',
      props: { changes: ['Lieu : Mairie, au lieu de Salle des fêtes, Ivry-sur-Seine.'], note: 'La salle est prise.' },
    })
    const first = await db().mail.findFirstOrThrow({ where: { meetingId: id, template: 'convocation' } })
    const [before, after] = [await calendarOf(first), await calendarOf(notice?.mail ?? null)]
    expect(after).toEqual({ ...before, sequence: 1 })
    expect(await correctConvocation(president, { meetingId: id })).toBeNull()
  })

  it('13.2-a a new day asks for the whole notice again; a new place does not', async () => {
    const { id } = await convened()
    const late = await asPresident(on('2027-06-01'))
    await db().meeting.update({ where: { id }, data: { place: 'Mairie' } })
    expect(await correctConvocation(late, { meetingId: id })).toMatchObject({ mails: expect.any(Number) })
    await db().meeting.update({
      where: { id },
      data: { date: dateColumn('2027-06-13'), startsAt: new Date(instantOf('2027-06-13', '18:30').epochMilliseconds) },
    })
    await expect(correctConvocation(late, { meetingId: id })).rejects.toMatchObject({ reasons: [{ rule: '13.2-a' }] })
    const sent = await correctConvocation(late, { meetingId: id, lateReason: 'La salle a brûlé.' })
    expect(await db().convocation.findUniqueOrThrow({ where: { id: sent?.convocationId ?? '' } })).toMatchObject({
      sequence: 2,
      kind: 'CORRECTION',
      ruling: { outcome: 'unlawful' },
    })
    expect(await db().incident.count({ where: { meetingId: id, kind: 'late-convocation' } })).toBe(1)
  })

  it.each([
    ['2027-05-27', 'lawful', 0],
    ['2027-05-28', 'unlawful', 1],
    ['2027-06-12', 'unlawful', 1],
  ])('13.2-a an honest correction of the agenda is sent on %s, kept as %s', async (day, outcome, incidents) => {
    const { id, itemIds } = await convened()
    const president = await asPresident(on(day))
    await db().resolution.updateMany({ where: { agendaItemId: itemIds[0] }, data: { text: 'Elle coûte 5 000 €.' } })
    const sent = await correctConvocation(president, { meetingId: id })
    expect(await db().convocation.findUniqueOrThrow({ where: { id: sent?.convocationId ?? '' } })).toMatchObject({
      kind: 'CORRECTION',
      ruling: { outcome },
      lateReason: null,
    })
    expect(await db().incident.count({ where: { meetingId: id, kind: 'not-told' } })).toBe(incidents)
    const refused = (await notVotable(db(), await db().meeting.findUniqueOrThrow({ where: { id } }))).map(
      ({ number }) => number,
    )
    expect(refused).toEqual(incidents === 0 ? [] : [1])
  })

  it('cancels: METHOD CANCEL to everybody, once', async () => {
    const { id } = await convened()
    const sent = await cancelMeeting(president, { meetingId: id, reason: 'Trop peu de réponses.' })
    const [notice] = await noticesOf(sent?.convocationId ?? '')
    expect(notice?.mail).toMatchObject({
      template: 'convocation-cancelled',
      props: { reason: 'Trop peu de réponses.' },
    })
    expect(await calendarOf(notice?.mail ?? null)).toMatchObject({ method: 'CANCEL', sequence: 1 })
    expect(await cancelMeeting(president, { meetingId: id, reason: 'encore' })).toBeNull()
    expect(await db().meeting.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'CANCELLED', sequence: 1 })
  })
})
