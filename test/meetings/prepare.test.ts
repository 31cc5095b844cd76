import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mayReadDocument } from '~/meetings/document-access.server'
import { recordIncident } from '~/meetings/incidents.server'
import { pendingChanges } from '~/meetings/convene/correct-convocation.server'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { markPosted } from '~/meetings/convene/mark-posted.server'
import { resendByLetter } from '~/meetings/convene/resend-by-letter.server'
import { meetingReach } from '~/meetings/convene/reach.query.server'
import { attachDocument } from '~/meetings/prepare/attach-document.server'
import { changeMeeting } from '~/meetings/prepare/change-meeting.server'
import { createMeeting } from '~/meetings/prepare/create-meeting.server'
import { moveItem } from '~/meetings/agenda/move-item.server'
import { openDocument, removeDocument } from '~/meetings/prepare/open-document.server'
import { saveItem } from '~/meetings/agenda/save-item.server'
import { saveResolution } from '~/meetings/agenda/save-resolution.server'
import type { Context } from '~/platform/context'
import { reloadEnv } from '~/platform/env.server'
import { modelStatutes } from '~/statutes/model'
import { buildAssociation, buildMeeting, contextFor, TEST_DATE, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let association: BuiltAssociation
let secretary: Context
let president: Context
const statutes = {
  ...modelStatutes,
  bodies: {
    ...modelStatutes.bodies,
    bureau: {
      ...modelStatutes.bodies.bureau,
      remoteVote: { article: '8.4', mode: 'live' as const, hours: null, countsInQuorum: true },
    },
  },
}

beforeAll(async () => {
  association = await buildAssociation(db(), { statutes })
})
beforeEach(async () => {
  president = await contextFor(db(), association.founders[0] ?? { accountId: '' })
  secretary = await contextFor(db(), association.founders[1] ?? { accountId: '' })
})

const common = { date: '2027-06-12', time: '18:30', place: 'Mairie' }
const titlesOf = async (meetingId: string) =>
  (await db().agendaItem.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })).map(({ title }) => title)

describe('a new meeting', () => {
  it('is judged by the statutes of its day; the annual one says whose accounts it judges', async () => {
    const { meetingId } = await createMeeting(secretary, { ...common, body: 'ago', accountsOfYear: 2026 })
    expect(await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })).toMatchObject({
      title: 'Assemblée générale ordinaire annuelle',
      statutesId: association.statutesId,
      state: 'DRAFT',
    })
  })

  it.each([
    [2025, '13.2-a'],
    [2027, '15-b'],
    [2035, '15-b'],
  ])('13.2-a, 15-b judges the last closed year only, not %i', async (accountsOfYear, rule) => {
    await expect(createMeeting(secretary, { ...common, body: 'ago', accountsOfYear })).rejects.toMatchObject({
      reasons: [{ rule }],
      fieldErrors: { accountsOfYear: [expect.any(String)] },
    })
  })

  it('13.2-a one annual assembly a year, even made twice at once; one cancelled or without quorum leaves the place', async () => {
    const annual = { ...common, date: '2028-06-12', body: 'ago' as const, accountsOfYear: 2027 }
    const both = await Promise.allSettled([createMeeting(secretary, annual), createMeeting(president, annual)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(createMeeting(secretary, annual)).rejects.toMatchObject({ reasons: [{ rule: '13.2-a' }] })
    const { meetingId } = await createMeeting(secretary, { ...annual, accountsOfYear: undefined })
    await expect(
      changeMeeting(secretary, { ...common, date: annual.date, meetingId, accountsOfYear: 2027 }),
    ).rejects.toMatchObject({ reasons: [{ rule: '13.2-a' }] })
    for (const state of ['CANCELLED', 'NO_QUORUM'] as const) {
      await db().meeting.updateMany({ where: { accountsOfYear: 2027 }, data: { state } })
      await createMeeting(secretary, annual)
    }
    await db().meeting.updateMany({ where: { accountsOfYear: 2027 }, data: { state: 'CANCELLED' } })
  })

  it.each([
    ['2029-05-10', true],
    ['2029-05-11', false],
    ['2099-01-01', false],
  ])('is held within two years: on %s %s', async (date, near) => {
    const making = createMeeting(secretary, { ...common, date, body: 'bureau' })
    if (near) await making
    else await expect(making).rejects.toMatchObject({ status: 400, fieldErrors: { date: [expect.any(String)] } })
  })

  it('13.2-d admits a video link only where an article does', async () => {
    const videoUrl = 'https://visio.example/salle'
    await expect(createMeeting(secretary, { ...common, body: 'ago', videoUrl })).rejects.toMatchObject({
      fieldErrors: { videoUrl: [expect.stringContaining('muets')] },
      reasons: [{ rule: '13.2-d' }],
    })
    await createMeeting(secretary, { ...common, body: 'bureau', videoUrl })
  })

  it('is refused to who does not prepare meetings', async () => {
    const member = await contextFor(db(), association.actives[0] ?? { accountId: '' })
    await expect(createMeeting(member, { ...common, body: 'ago' })).rejects.toMatchObject({ status: 403 })
  })
})

describe('the agenda', () => {
  it('moves up, down, off, and numbers its resolutions again', async () => {
    const { id, itemIds } = await buildMeeting(db(), association, {
      resolutions: [{ title: 'A' }, { title: 'B' }, { title: 'C' }],
    })
    await moveItem(secretary, { meetingId: id, itemId: itemIds[2] ?? '', intent: 'up' })
    expect(await titlesOf(id)).toEqual(['A', 'C', 'B'])
    await moveItem(secretary, { meetingId: id, itemId: itemIds[0] ?? '', intent: 'up' })
    await moveItem(secretary, { meetingId: id, itemId: itemIds[0] ?? '', intent: 'down' })
    expect(await titlesOf(id)).toEqual(['C', 'A', 'B'])
    await moveItem(secretary, { meetingId: id, itemId: itemIds[0] ?? '', intent: 'remove' })
    const resolutions = await db().resolution.findMany({ where: { meetingId: id }, orderBy: { number: 'asc' } })
    expect(resolutions.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 C', '2 B'])
  })

  it('13.2-e stays the same in a second session', async () => {
    const first = await buildMeeting(db(), association, {})
    const { id } = await buildMeeting(db(), association, {})
    await db().meeting.update({ where: { id }, data: { session: 2, precedingId: first.id } })
    await expect(
      saveItem(secretary, { meetingId: id, itemId: null, title: 'Ajout', kind: 'VOTE' }),
    ).rejects.toMatchObject({ reasons: [{ rule: '13.2-e' }] })
  })

  it('once convened, a change waits to be told', async () => {
    const { id } = await buildMeeting(db(), association, {})
    await conveneMeeting(president, { meetingId: id })
    await saveItem(secretary, { meetingId: id, itemId: null, title: 'Point de dernière minute', kind: 'INFORMATION' })
    const meeting = await db().meeting.findUniqueOrThrow({ where: { id } })
    expect(await pendingChanges(db(), meeting)).toEqual({
      changes: ['Point ajouté à l’ordre du jour : Point de dernière minute.'],
      onlyTakesOff: false,
    })
  })
})

describe('a resolution and its effect', () => {
  const write = async (
    body: 'ago' | 'age' | 'bureau',
    resolution: Parameters<typeof saveResolution>[1]['resolution'],
    accountsOfYear: number | null = 2026,
  ) => {
    const { id, itemIds } = await buildMeeting(db(), association, { body, accountsOfYear, resolutions: [{}] })
    return saveResolution(secretary, { meetingId: id, itemId: itemIds[0] ?? '', resolutionId: null, resolution })
  }
  const dues = {
    effect: 'set-dues' as const,
    title: 'Cotisation',
    text: 'L’assemblée fixe…',
    year: 2028,
    dueOn: '2028-03-31',
    amounts: { founder: 11000, active: 6000 },
  }

  it('13.2-b sets the dues in an ordinary assembly only', async () => {
    const { resolutionId } = await write('ago', dues)
    expect(await db().resolution.findUniqueOrThrow({ where: { id: resolutionId } })).toMatchObject({
      number: 2,
      effect: { kind: 'set-dues', amounts: { founder: 11000 } },
    })
    const other = { ...dues, year: 2029, dueOn: '2029-03-31' }
    await expect(write('ago', other)).rejects.toMatchObject({ reasons: [{ rule: '13.2-b', figures: { year: 2029 } }] })
    await expect(write('ago', { ...dues, amounts: { founder: 1 } })).rejects.toMatchObject({
      reasons: [{ rule: '6-a' }],
    })
    await expect(write('age', dues)).rejects.toMatchObject({ reasons: [{ rule: '13.2-b' }] })
    await expect(write('bureau', dues)).rejects.toMatchObject({ reasons: [{ rule: '13.2-b' }] })
  })

  it('6.1-c, 6.3-a gives titles in the annual assembly only; founder by unanimity, never in secret', async () => {
    const memberId = association.actives[0]?.id ?? ''
    const grant = {
      effect: 'grant-founder' as const,
      title: 'Titre',
      text: 'L’assemblée accorde…',
      memberId,
      secret: 'on' as const,
    }
    await expect(write('ago', grant, null)).rejects.toMatchObject({ reasons: [{ rule: '6.1-c' }] })
    await expect(write('ago', { ...grant, effect: 'award-honorary' }, null)).rejects.toMatchObject({
      reasons: [{ rule: '6.3-a' }],
    })
    const { resolutionId } = await write('ago', grant)
    expect(await db().resolution.findUniqueOrThrow({ where: { id: resolutionId } })).toMatchObject({
      kind: 'UNANIMITY',
      among: ['founder'],
      secret: false,
    })
  })

  it('is refused under a point that is not voted', async () => {
    const { id, itemIds } = await buildMeeting(db(), association, { resolutions: [] })
    expect(itemIds).toEqual([])
    const { itemId } = await saveItem(secretary, {
      meetingId: id,
      itemId: null,
      title: 'Information',
      kind: 'INFORMATION',
    })
    await expect(
      saveResolution(secretary, {
        meetingId: id,
        itemId,
        resolutionId: null,
        resolution: { effect: 'none', title: 'T', text: 'T' },
      }),
    ).rejects.toThrow('n’est pas soumis au vote')
  })
})

describe('date and place', () => {
  it('once convened, the change and its correction are one act, for who may convene', async () => {
    const { id } = await buildMeeting(db(), association, {})
    await conveneMeeting(president, { meetingId: id })
    const change = { ...common, meetingId: id, title: 'Assemblée générale ordinaire' }
    await expect(changeMeeting(secretary, change)).rejects.toMatchObject({ status: 403 })
    expect(await changeMeeting(president, change)).toMatchObject({ mails: 26 })
    await expect(changeMeeting(president, { ...change, date: '2027-05-20' })).rejects.toMatchObject({
      reasons: [{ rule: '13.2-a' }],
    })
    expect((await db().meeting.findUniqueOrThrow({ where: { id } })).sequence).toBe(1)
  })
})

describe('documents', () => {
  const file = {
    bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46]),
    fileName: 'comptes.pdf',
    mime: 'application/pdf',
    inline: true,
  }

  it('15-b are read by members once open, and then stay', async () => {
    const { id } = await buildMeeting(db(), association, {})
    const { documentId } = await attachDocument(secretary, { meetingId: id, title: 'Comptes', kind: 'accounts', file })
    const member = await contextFor(db(), association.actives[0] ?? { accountId: '' })
    const document = async () => db().document.findUniqueOrThrow({ where: { id: documentId } })
    expect(await mayReadDocument(member, await document())).toBe(false)
    expect(await mayReadDocument(secretary, await document())).toBe(true)
    await openDocument(secretary, { meetingId: id, documentId })
    expect(await mayReadDocument(member, await document())).toBe(true)
    await expect(removeDocument(secretary, { meetingId: id, documentId })).rejects.toThrow('reste dans le dossier')
  })
})

const reached = async (id: string) =>
  (await meetingReach(db(), await db().meeting.findUniqueOrThrow({ where: { id } }))).counts

describe('what is left to do after the sending', () => {
  it('a letter is posted once; a mail that came back leaves by letter', async () => {
    await db().member.update({ where: { id: association.actives[3]?.id ?? '' }, data: { convocationConsentOn: null } })
    const { id } = await buildMeeting(db(), association, {})
    await conveneMeeting(president, { meetingId: id })
    expect(await reached(id)).toMatchObject({ 'in-time': 0, waiting: 25, 'to-post': 1 })
    await expect(
      markPosted(secretary, { meetingId: id, noticeIds: 'all', postedOn: '2027-05-11' }),
    ).rejects.toMatchObject({ fieldErrors: { postedOn: ['Cette date n’est pas encore venue.'] } })
    await expect(
      markPosted(secretary, { meetingId: id, noticeIds: 'all', postedOn: '2027-05-09' }),
    ).rejects.toMatchObject({
      fieldErrors: { postedOn: [expect.stringContaining('aucune lettre n’est partie avant')] },
    })
    expect(
      await markPosted(secretary, { meetingId: id, noticeIds: 'all', postedOn: '2027-05-10', postalNumber: '1A 234' }),
    ).toBe(1)
    expect(await markPosted(secretary, { meetingId: id, noticeIds: 'all', postedOn: '2027-05-09' })).toBe(0)
    const notice = await db().convocationNotice.findFirstOrThrow({
      where: { convocation: { meetingId: id }, channel: 'MAIL' },
    })
    process.env.SMTP_URL = 'smtp://127.0.0.1:1025'
    reloadEnv()
    await expect(resendByLetter(secretary, { meetingId: id, noticeId: notice.id })).rejects.toThrow('n’est pas revenu')
    await db().mail.update({ where: { id: notice.mailId ?? '' }, data: { state: 'BOUNCED', bouncedAt: TEST_DATE } })
    expect(await reached(id)).toMatchObject({ 'in-time': 1, waiting: 24, returned: 1 })
    await resendByLetter(secretary, { meetingId: id, noticeId: notice.id })
    expect(await db().convocationNotice.findUniqueOrThrow({ where: { id: notice.id } })).toMatchObject({
      channel: 'LETTER',
      mailId: notice.mailId,
      address: expect.stringContaining('rue des Lilas'),
    })
  })
})

describe('off the agenda', () => {
  it('8.1-b a question is noted as an incident, with its rule, by the desk alone', async () => {
    const { id } = await buildMeeting(db(), association, { state: 'CONVENED' })
    await recordIncident(secretary, {
      meetingId: id,
      kind: 'revocation-off-agenda',
      text: 'Altercation, révocation demandée.',
    })
    expect(await db().incident.findMany({ where: { meetingId: id } })).toMatchObject([
      { kind: 'revocation-off-agenda', rule: '8.1-b' },
    ])
    const member = await contextFor(db(), association.actives[0] ?? { accountId: '' })
    await expect(recordIncident(member, { meetingId: id, kind: 'off-agenda', text: 'x' })).rejects.toMatchObject({
      status: 403,
    })
  })
})
