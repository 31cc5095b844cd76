import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { correctConvocation, pendingChanges } from '~/meetings/convene/correct-convocation.server'
import { lateDocuments } from '~/meetings/convene/late-documents.server'
import { notVotable } from '~/meetings/convene/votable.server'
import { meetingAccess } from '~/meetings/access.server'
import { meetingPage } from '~/meetings/meeting-page.query.server'
import { attachDocument } from '~/meetings/prepare/attach-document.server'
import { documentsPage } from '~/meetings/prepare/documents.query.server'
import { openDocument } from '~/meetings/prepare/open-document.server'
import { convocationFacts } from '~/minutes/facts/convocation.server'
import { renderRow } from '~/platform/mail/render.server'
import { useDatabase } from '../support/database'
import { buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../support/builders'

const db = useDatabase()
let association: BuiltAssociation

beforeAll(async () => {
  association = await buildAssociation(db(), { actives: 3 })
})

/** 12 June 2027 with 15 clear days: the last sending day is 27 May. */
const president = (day: string) =>
  contextFor(db(), association.founders[0] ?? { accountId: '' }, Temporal.Instant.from(`${day}T10:00:00Z`))
const found = (id: string) => db().meeting.findUniqueOrThrow({ where: { id } })
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

async function convened() {
  const meeting = await buildMeeting(db(), association, { resolutions: [{ title: 'Budget' }] })
  await conveneMeeting(await president('2027-05-10'), { meetingId: meeting.id })
  return meeting
}

const PDF = Buffer.from('%PDF-1.7\n%%EOF')
async function attach(meetingId: string, day: string, { title = 'Devis', open = true, agendaItemId = '' } = {}) {
  const file = { bytes: PDF, fileName: `${title}.pdf`, mime: 'application/pdf', inline: true }
  const input = { meetingId, title, kind: 'other' as const, file, ...(agendaItemId && { agendaItemId }), ...(open && { open: 'on' as const }) } // prettier-ignore
  return attachDocument(await president(day), input)
}

describe('13.2-a a document attached once the convocation has left', () => {
  it('is told like any other correction, by name, and its link is in the mail', async () => {
    const { id } = await convened()
    const { documentId } = await attach(id, '2027-05-20')
    expect(await pendingChanges(db(), await found(id))).toEqual({
      changes: ['Document ajouté : Devis.'],
      onlyTakesOff: false,
    })
    expect(await correctConvocation(await president('2027-05-20'), { meetingId: id })).toMatchObject({ mails: 9 })
    const mail = await db().mail.findFirstOrThrow({ where: { meetingId: id, template: 'convocation-correction' } })
    const { text } = await renderRow(mail)
    expect(plain(text)).toContain('Document ajouté : Devis.')
    expect(text).toContain(`/documents/${documentId}`)
    expect(await correctConvocation(await president('2027-05-20'), { meetingId: id })).toBeNull()
    // told within the notice, it is not late
    expect(await lateDocuments(db(), await found(id))).toEqual([])
  })

  it('nobody is told of a document that the members may not read yet; opened, it is to be told', async () => {
    const { id } = await convened()
    const { documentId } = await attach(id, '2027-05-20', { open: false })
    expect((await pendingChanges(db(), await found(id))).changes).toEqual([])
    await openDocument(await president('2027-05-21'), { meetingId: id, documentId })
    expect((await pendingChanges(db(), await found(id))).changes).toEqual(['Document ajouté : Devis.'])
  })

  it.each([
    ['2027-05-26', null],
    ['2027-05-27', null],
    ['2027-05-28', '2027-05-28'],
  ])('told on %s: late since %s; the text is voted all the same', async (day, late) => {
    const { id, itemIds } = await convened()
    await attach(id, day, { agendaItemId: itemIds[0] ?? '' })
    await correctConvocation(await president(day), { meetingId: id })
    expect((await lateDocuments(db(), await found(id))).map(({ toldOn }) => toldOn)).toEqual(late ? [late] : [])
    expect(await notVotable(db(), await found(id))).toEqual([])
  })

  it('a late one is marked on the pages of members and of the office, and in the minutes', async () => {
    const { id } = await convened()
    await attach(id, '2027-05-27', { title: 'Jamais dit' })
    await attach(id, '2027-06-01', { title: 'Dit tard' })
    const untold = 'pas encore annoncé à ceux qui sont convoqués'
    const ctx = await president('2027-06-01')
    expect((await documentsPage(ctx, await found(id))).lines.map(({ late }) => late)).toEqual([untold, untold])
    await correctConvocation(ctx, { meetingId: id })
    const said = 'annoncé le 1er juin 2027, après le 27 mai 2027, dernier jour du délai'
    const member = await contextFor(db(), association.actives[0] ?? { accountId: '' }, ctx.now)
    const page = await meetingPage(member, await meetingAccess(member, id))
    expect(page.documents.map(({ title, late }) => [title, plain(late ?? '')])).toEqual([
      ['Jamais dit', said],
      ['Dit tard', said],
    ])
    const minutes = plain((await convocationFacts(db(), id)).sentences.join('\n'))
    expect(minutes).toContain(`Document tardif : « Dit tard », ${said}.`)
    expect(minutes).toContain('Le texte soumis au vote est celui de la convocation')
  })
})
