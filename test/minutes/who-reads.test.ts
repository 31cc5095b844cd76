import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { meetingAccess } from '~/meetings/access.server'
import { mayReadDocument } from '~/meetings/document-access.server'
import { meetingPage } from '~/meetings/meeting-page.query.server'
import { fixMinutes } from '~/minutes/fix-minutes.server'
import { minutesFile } from '~/minutes/minutes-files.server'
import { minutesPage } from '~/minutes/minutes-page.query.server'
import { publishMinutes } from '~/minutes/publish-minutes.server'
import { registerEntry, registerPage } from '~/minutes/register-page.query.server'
import { signMinutes } from '~/minutes/sign-minutes.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { storeDocument } from '~/platform/documents.server'
import { loader as sheetDoor } from '~/routes/assemblees_.$id.feuille-de-presence[.]pdf'
import { loader as minutesDoor } from '~/routes/assemblees_.$id.pv[.]pdf'
import { loader as pieceDoor } from '~/routes/courriers.$id.pieces.$documentId'
import { loader as letterDoor } from '~/routes/courriers.$id[.]pdf'
import { loader as documentDoor } from '~/routes/documents.$id'
import { loader as notTakenDoor } from '~/routes/membres.import.$id.non-reprises[.]csv'
import { loader as extractDoor } from '~/routes/resolutions.$id.extrait[.]pdf'
import { notifiedCase } from '../discipline/cases/support'
import {
  TEST_DATE,
  TEST_NOW,
  addCoordinator,
  buildAssociation,
  buildMeeting,
  contextFor,
  cookieFor,
} from '../support/builders'
import type { BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let people: BuiltAssociation
const roles: Record<string, Context> = {}
const documents: Record<string, string> = {}
const minutes: Record<string, { meetingId: string; id: string; number: number }> = {}

type Facts = Parameters<typeof storeDocument>[2]
const pdf = { bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46]), fileName: 'a.pdf', mime: 'application/pdf' }
const keep = (facts: Omit<Facts, 'title' | 'uploadedById' | 'now'>) =>
  storeDocument(db(), pdf, { title: 'Pièce', uploadedById: null, now: TEST_NOW, ...facts })

/** Signed by who must, published: an entry of the register, a sealed file. */
async function signedMinutes(body: 'ago' | 'bureau') {
  const [president, secretary, treasurer] = [roles.president, roles.secretary, roles.treasurer]
  if (!president || !secretary || !treasurer) throw new Error('officers are missing')
  const { id: meetingId } = await buildMeeting(db(), people, { body, state: 'OPEN' })
  const closed = {
    state: 'CLOSED' as const,
    closedAt: dateFromInstant(TEST_NOW.add({ hours: 2 })),
    chairQuality: 'présidence de l’association',
    secretaryAccountId: secretary.actor.accountId,
    secretaryName: secretary.actor.name,
  }
  await db().meeting.update({ where: { id: meetingId }, data: closed })
  const id = await fixMinutes(secretary, meetingId)
  await signMinutes(president, id)
  const { number } = await signMinutes(body === 'bureau' ? treasurer : secretary, id)
  await publishMinutes(db(), id, TEST_NOW)
  const { pdfDocumentId } = await db().minutes.findUniqueOrThrow({ where: { id } })
  documents[`${body}-minutes`] = pdfDocumentId ?? ''
  minutes[body] = { meetingId, id, number: number ?? 0 }
}

beforeAll(async () => {
  people = await buildAssociation(db())
  const who = async (name: string, person: { accountId: string } | undefined) => {
    if (!person) throw new Error(`nobody is ${name}`)
    roles[name] = await contextFor(db(), person)
  }
  await who('president', people.founders[0])
  await who('secretary', people.founders[1])
  await who('treasurer', people.founders[2])
  await who('member', people.actives[0])
  await who('giver', people.actives[1])
  await who('preparer', await addCoordinator(db(), ['meetings.prepare']))
  const { treasurer, preparer } = roles
  if (!treasurer || !preparer) throw new Error('officers are missing')
  roles['former officer'] = { ...treasurer, actor: { ...treasurer.actor, offices: [] } }
  roles.stranger = { ...preparer, actor: { ...preparer.actor, offices: [] } }
  const giverId = people.actives[1]?.id ?? ''
  const draft = (await buildMeeting(db(), people, { state: 'DRAFT' })).id
  const bureau = (await buildMeeting(db(), people, { body: 'bureau', state: 'CONVENED' })).id
  documents['draft, kept'] = await keep({ kind: 'accounts', meetingId: draft })
  documents['draft, open'] = await keep({ kind: 'accounts', meetingId: draft, openSince: TEST_NOW })
  documents['bureau, kept'] = await keep({ kind: 'other', meetingId: bureau })
  documents['bureau, open'] = await keep({ kind: 'other', meetingId: bureau, openSince: TEST_NOW })
  documents['opens tomorrow'] = await keep({
    kind: 'accounts',
    meetingId: draft,
    openSince: TEST_NOW.add({ hours: 24 }),
  })
  documents['proxy scan'] = await keep({ kind: 'proxy', meetingId: draft, memberId: giverId })
  documents.departure = await keep({ kind: 'departure', memberId: giverId })
  documents['letter paper'] = await keep({ kind: 'explications', memberId: giverId })
  documents['internal rules'] = await keep({ kind: 'internal-rules' })
  await signedMinutes('ago')
  await signedMinutes('bureau')
}, 60_000)

const OFFICERS = ['president', 'secretary']
const MEMBERS = ['president', 'secretary', 'treasurer', 'former officer', 'member', 'giver']

/** Letters to the giver: one about his dues and one of a disciplinary file, posted, each with its proof and his answer. */
async function postedLetters(giver: { id: string; accountId: string }, president: { accountId: string }) {
  const { letterId: disciplinary } = await notifiedCase(
    db(),
    president,
    { ...people.actives[1]!, ...giver },
    { presentedOn: '2027-05-10' },
  )
  const { body } = await db().registeredLetter.findUniqueOrThrow({ where: { id: disciplinary } })
  const written = {
    memberId: giver.id,
    channel: 'POSTAL' as const,
    body: body ?? {},
    writtenOn: TEST_DATE,
    subjectId: giver.id,
  }
  const dues = await db().registeredLetter.create({
    data: { ...written, kind: 'dues-formal-notice', depositedOn: TEST_DATE },
  })
  const draft = await db().registeredLetter.create({ data: { ...written, kind: 'dues-decision' } })
  for (const [name, letterId] of [
    ['dues', dues.id],
    ['disciplinary', disciplinary],
  ] as const) {
    const answer = await keep({ kind: 'explications', memberId: giver.id })
    const proof = await keep({ kind: 'preuve', memberId: giver.id })
    const said = { memberId: giver.id, receivedOn: TEST_DATE, source: 'letter', text: 'Voici.', recordedAt: TEST_DATE }
    await db().explanation.create({ data: { ...said, letterId, documentId: answer } })
    await db().registeredLetter.update({ where: { id: letterId }, data: { proofDocumentId: proof } })
    papers[`${name} letter`] = [letterDoor, { id: letterId }]
    for (const [piece, documentId] of [
      ['answer', answer],
      ['proof', proof],
    ] as const) {
      papers[`${name}, its ${piece}, beside the letter`] = [pieceDoor, { id: letterId, documentId }]
      papers[`${name}, its ${piece}, by its address`] = [documentDoor, { id: documentId }]
    }
  }
  papers['letter not posted'] = [letterDoor, { id: draft.id }]
}

type Door = (args: LoaderFunctionArgs) => Promise<Response>
const papers: Record<string, [door: Door, params: Record<string, string>]> = {}

describe('who reads a paper, by its address', () => {
  const who: Record<string, { accountId: string } | undefined> = {}
  beforeAll(async () => {
    const [president, secretary, treasurer] = people.founders
    const [member, giver] = people.actives
    if (!president || !giver) throw new Error('somebody is missing')
    const coordinator = await db().account.findFirstOrThrow({ where: { email: 'coordination@example.org' } })
    Object.assign(who, { president, secretary, treasurer, member, giver, preparer: { accountId: coordinator.id } })
    await postedLetters(giver, president)
    const { meetingId } = minutes.ago ?? { meetingId: '' }
    const [resolution] = await db().resolution.findMany({ where: { meetingId }, orderBy: { number: 'asc' } })
    papers['attendance sheet'] = [sheetDoor, { id: meetingId }]
    papers['signed minutes'] = [minutesDoor, { id: meetingId }]
    papers['minutes of the Bureau'] = [minutesDoor, { id: minutes.bureau?.meetingId ?? '' }]
    papers.extract = [extractDoor, { id: resolution?.id ?? '' }]
    const kept = await db().memberImport.create({
      data: {
        fileName: 'membres.csv',
        refusedLines: 'motif',
        createdAt: TEST_DATE,
        createdById: president.accountId,
      } as never,
    })
    papers['lines of an import not taken'] = [notTakenDoor, { id: kept.id }]
  }, 60_000)

  const DUES = ['president', 'treasurer', 'giver']
  it.each([
    ['dues letter', DUES],
    ['dues, its answer, beside the letter', DUES],
    ['dues, its answer, by its address', DUES],
    ['dues, its proof, beside the letter', DUES],
    ['dues, its proof, by its address', DUES],
    ['disciplinary letter', ['president', 'giver']],
    ['disciplinary, its answer, beside the letter', ['president', 'giver']],
    ['disciplinary, its answer, by its address', ['president', 'giver']],
    ['disciplinary, its proof, beside the letter', ['president', 'giver']],
    ['disciplinary, its proof, by its address', ['president', 'giver']],
    ['letter not posted', ['president', 'treasurer']],
    ['attendance sheet', ['president', 'secretary']],
    ['signed minutes', ['president', 'secretary', 'treasurer', 'member', 'giver']],
    ['minutes of the Bureau', ['president', 'secretary', 'treasurer']],
    ['extract', ['president', 'secretary', 'treasurer']],
    ['lines of an import not taken', ['president', 'secretary']],
  ])('%s', async (name, readers) => {
    const [door, params] = papers[name] ?? []
    if (!door || !params) throw new Error(`no such paper: ${name}`)
    const read: string[] = []
    for (const [role, person] of Object.entries(who)) {
      const cookie = await cookieFor(db(), person ?? { accountId: '' })
      const request = new Request('http://localhost/x', { headers: { cookie } })
      const status = await door({ request, params, context: { nonce: '', requestId: '', clientIp: '' } }).then(
        (answer) => answer.status,
        (thrown: { init?: { status?: number } }) => thrown.init?.status,
      )
      if (status === 200) read.push(role)
      else expect([name, role, status]).toEqual([name, role, 404])
    }
    expect(read.toSorted()).toEqual([...readers].toSorted())
  })
})

describe('who reads a document', () => {
  it.each([
    ['draft, kept', [...OFFICERS, 'preparer']],
    ['opens tomorrow', [...OFFICERS, 'preparer']],
    ['draft, open', [...MEMBERS, 'preparer']],
    ['bureau, kept', [...OFFICERS, 'preparer']],
    ['bureau, open', [...OFFICERS, 'treasurer', 'former officer', 'preparer']],
    ['ago-minutes', MEMBERS],
    ['bureau-minutes', [...OFFICERS, 'treasurer', 'former officer']],
    ['proxy scan', [...OFFICERS, 'preparer', 'giver']],
    ['departure', [...OFFICERS, 'treasurer', 'giver']],
    ['letter paper', ['giver']],
    ['internal rules', [...MEMBERS, 'preparer', 'stranger']],
  ])('%s', async (kind, readers) => {
    const document = await db().document.findUniqueOrThrow({ where: { id: documents[kind] ?? '' } })
    const read = []
    for (const [role, ctx] of Object.entries(roles)) if (await mayReadDocument(ctx, document)) read.push(role)
    expect(read.toSorted()).toEqual([...readers].toSorted())
  })

  it.each(['ago', 'bureau'])('the signed minutes (%s): every door says the same', async (body) => {
    const { meetingId, id, number } = minutes[body] ?? { meetingId: '', id: '', number: 0 }
    const document = await db().document.findUniqueOrThrow({ where: { id: documents[`${body}-minutes`] ?? '' } })
    const opens = (door: Promise<unknown>) => door.then(Boolean, () => false)
    for (const [role, ctx] of Object.entries(roles)) {
      const listed = (await registerPage(ctx, null))?.rows.some((row) => row.number === number) ?? false
      const linked = await meetingAccess(ctx, meetingId).then(
        async (access) => (await meetingPage(ctx, access)).documents.some((one) => one.id === document.id),
        () => null,
      )
      const doors = {
        document: await mayReadDocument(ctx, document),
        register: listed,
        entry: await opens(registerEntry(ctx, number)),
        file: await opens(minutesFile(ctx, meetingId, null)),
        page: (await minutesPage(ctx, meetingId)).minutesId === id,
        linked: linked ?? listed,
      }
      expect([role, new Set(Object.values(doors)).size, doors]).toEqual([role, 1, doors])
    }
  })

  it('a text that waits for its signatures is read by who writes or signs it, at both doors', async () => {
    const { president, secretary, member, treasurer } = roles
    if (!president || !secretary || !member || !treasurer) throw new Error('somebody is missing')
    const { id: meetingId } = await buildMeeting(db(), people, { state: 'OPEN' })
    const closed = { state: 'CLOSED' as const, closedAt: dateFromInstant(TEST_NOW), secretaryName: 'S' }
    await db().meeting.update({
      where: { id: meetingId },
      data: { ...closed, secretaryAccountId: secretary.actor.accountId },
    })
    const id = await fixMinutes(secretary, meetingId)
    expect((await minutesPage(president, meetingId)).minutesId).toBe(id)
    for (const ctx of [member, treasurer]) {
      expect((await minutesPage(ctx, meetingId)).body).toBeNull()
      await expect(minutesFile(ctx, meetingId, null)).rejects.toMatchObject({ init: { status: 404 } })
    }
  })
})
