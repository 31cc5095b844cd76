import { beforeEach, describe, expect, it } from 'vitest'
import { closeBallot } from '~/ballots/close-ballot.server'
import { openBallot } from '~/ballots/open-ballot.server'
import type { Choice } from '~/ballots/choices'
import { admitApplicant } from '~/membership/admission/admit-applicant.server'
import type { ApplicationInput } from '~/membership/applications/application.form'
import { listApplication } from '~/membership/applications/list-application.server'
import { submitApplication } from '~/membership/applications/submit-application.server'
import { withdrawApplication } from '~/membership/applications/withdraw-application.server'
import { removeResolution } from '~/meetings/agenda/remove-resolution.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { endMembership } from '~/membership/end-membership.server'
import { modelStatutes } from '~/statutes/model'
import type { Statutes } from '~/statutes/schema'
import { frenchDate } from '~/ui/format'
import { buildRoom, voter } from '../../ballots/room'
import {
  buildAssociation,
  buildMeeting,
  contextFor,
  TEST_NOW,
  type BuiltAssociation,
  type BuiltMember,
} from '../../support/builders'
import { useDatabase } from '../../support/database'
import { aBodyRequest, aRequest, emptyDatabase } from '../../support/joining'
import { refusalOf } from '../../members/support'

const db = useDatabase()
let people: BuiltAssociation
let chair: Context
const missing = (): never => {
  throw new Error('no such member')
}
const officer = (index: number): BuiltMember => people.founders[index] ?? missing()

async function begin(statutes: Statutes = modelStatutes) {
  await emptyDatabase(db())
  await db().$executeRaw`delete from rate_limit`
  people = await buildAssociation(db(), { actives: 2, statutes })
  chair = await contextFor(db(), officer(0))
  const period = await db().duesPeriod.findFirstOrThrow()
  await db().duesRate.create({ data: { periodId: period.id, category: 'active', amountCents: 5000 } })
}
beforeEach(() => begin())

async function apply(input: ApplicationInput = aRequest(people.statutesId)): Promise<string> {
  await submitApplication({ db: db(), now: TEST_NOW }, { ...input, clientIp: '203.0.113.7' })
  const email = input.kind === 'BODY' ? input.repEmail : input.email
  const { id } = await db().application.findFirstOrThrow({ where: { email } })
  return id
}

/** The Bureau in session, with the application under its eyes. */
async function bureauRoom(applicationId: string, present = people.founders.slice(0, 3), secret = false) {
  const effect = { kind: 'admit-active', applicationId, label: 'Zoé Noël' }
  const room = await buildRoom(db(), people, {
    body: 'bureau',
    present,
    resolutions: [{ effect, secret }],
    date: '2027-05-10',
  })
  await db().application.update({
    where: { id: applicationId },
    data: { state: 'LISTED', resolutionId: room.resolutionId },
  })
  return room
}
type Room = Awaited<ReturnType<typeof bureauRoom>>

async function vote(room: Room, choices: Choice[]) {
  await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: true })
  for (const [index, choice] of choices.entries()) {
    const member = officer(index)
    await (await voter(db(), member)).cast(room, member.id, choice)
  }
  return closeBallot(chair, { resolutionId: room.resolutionId })
}

describe('6.2-a the Bureau agrees by the unanimity of its members in office', () => {
  it.each([
    ['three for: admitted', ['FOR', 'FOR', 'FOR'], 3, 'ADOPTED'],
    ['one abstains: not admitted', ['FOR', 'FOR', 'ABSTAIN'], 3, 'REJECTED'],
    ['one blank: not admitted', ['FOR', 'FOR', 'BLANK'], 3, 'REJECTED'],
    ['one against: not admitted', ['FOR', 'FOR', 'AGAINST'], 3, 'REJECTED'],
    ['one does not vote: not admitted', ['FOR', 'FOR'], 3, 'REJECTED'],
    ['one is absent: not admitted', ['FOR', 'FOR'], 2, 'REJECTED'],
  ] as const)('%s', async (_, choices, present, state) => {
    const room = await bureauRoom(await apply(), people.founders.slice(0, present))
    const outcome = await vote(room, [...choices])
    expect(outcome).toMatchObject({ state, rule: '6.2-a', unit: 'members', required: 3, all: { members: 3 } })
    expect(outcome.reasons[0]?.sentence).toContain('membres du Bureau en fonction')
    expect(await db().member.count({ where: { lastName: 'Noël' } })).toBe(state === 'ADOPTED' ? 1 : 0)
  })

  it('4.38 says so where the unanimity of those present would have admitted', async () => {
    const outcome = await vote(await bureauRoom(await apply(), people.founders.slice(0, 2)), ['FOR', 'FOR'])
    expect(outcome).toMatchObject({
      state: 'REJECTED',
      change: 'Il manquait 1 vote pour.',
      sensitive: [{ path: 'admission.active.unanimityOf', value: 'present', outcome: 'adopted' }],
    })
  })

  it('4.38 statutes that ask for those present only admit with two out of three', async () => {
    const active = { by: 'bureau' as const, unanimityOf: 'present' as const }
    await begin({ ...modelStatutes, admission: { ...modelStatutes.admission, active } })
    const outcome = await vote(await bureauRoom(await apply(), people.founders.slice(0, 2)), ['FOR', 'FOR'])
    expect(outcome).toMatchObject({
      state: 'ADOPTED',
      required: 2,
      thresholds: ['unanimité des membres du Bureau présents'],
    })
  })

  it('in a secret ballot the heads alone are published, and decide', async () => {
    const outcome = await vote(await bureauRoom(await apply(), people.founders.slice(0, 3), true), [
      'FOR',
      'FOR',
      'FOR',
    ])
    expect(outcome).toMatchObject({ state: 'ADOPTED', totals: { voices: null, members: { for: 3 } } })
  })

  it.each([
    [3, 'ADOPTED'],
    [2, 'REJECTED'],
  ] as const)('by hands, %i of three for: %s', async (hands, state) => {
    const room = await bureauRoom(await apply())
    await openBallot(chair, { resolutionId: room.resolutionId, mode: 'HANDS', warned: true })
    const outcome = await closeBallot(chair, {
      resolutionId: room.resolutionId,
      manual: {
        unit: 'members',
        members: { for: hands, against: 0, abstained: 3 - hands, blank: 0 },
        voices: { for: hands * 3, against: 0, abstained: (3 - hands) * 3, blank: 0 },
        sheet: 3,
        papers: null,
        tellers: ['Ada', 'Bob'],
        presidentVote: null,
      },
    })
    expect(outcome).toMatchObject({ state, counted: hands, required: 3 })
  })
})

describe('what the decision does by itself', () => {
  it('6.2-a admitted: a member with an account, a consent, dues of the year; a mail says what next', async () => {
    const applicationId = await apply()
    const room = await bureauRoom(applicationId)
    await vote(room, ['FOR', 'FOR', 'FOR'])
    const application = await db().application.findUniqueOrThrow({ where: { id: applicationId } })
    expect(application).toMatchObject({ state: 'ACCEPTED', resolutionId: room.resolutionId })
    const member = await db().member.findUniqueOrThrow({
      where: { id: application.memberId ?? '' },
      include: { events: true, consents: true, dues: true, account: true },
    })
    expect(member).toMatchObject({
      category: 'active',
      rpps: '10001234565',
      account: { email: 'zoe.noel@example.org' },
    })
    expect(isoDate(member.admittedOn)).toBe('2027-05-10')
    expect(member.consents).toMatchObject([{ kind: 'CONVOCATION', given: true }])
    expect(member.dues).toMatchObject([{ amountCents: 5000, closedAs: null }])
    const mail = await db().mail.findFirstOrThrow({ where: { template: 'application-accepted' } })
    expect(mail.props).toMatchObject({
      memberNumber: member.number,
      dues: [{ year: 2027, dueOn: frenchDate('2027-06-09') }],
    })
    expect(await db().journalEntry.count({ where: { act: 'application.accepted', subjectId: applicationId } })).toBe(1)
  })

  it('6.2-d a body enters with its legal representative, who signs in for it', async () => {
    const applicationId = await apply(aBodyRequest(people.statutesId))
    await vote(await bureauRoom(applicationId), ['FOR', 'FOR', 'FOR'])
    const account = await db().account.findUniqueOrThrow({ where: { email: 'lea.noir@example.org' } })
    const { actor } = await contextFor(db(), { accountId: account.id })
    expect(actor.actingFor).toMatchObject([
      { label: 'Centre de santé du Port', as: 'representative', category: 'active' },
    ])
  })

  it('6.2-a refused: told without a motive, and none is kept', async () => {
    const applicationId = await apply()
    await vote(await bureauRoom(applicationId), ['FOR', 'FOR', 'AGAINST'])
    const application = await db().application.findUniqueOrThrow({ where: { id: applicationId } })
    expect(application).toMatchObject({ state: 'REFUSED', memberId: null })
    expect(application.decidedOn && isoDate(application.decidedOn)).toBe('2027-05-10')
    const mail = await db().mail.findFirstOrThrow({ where: { template: 'application-refused' } })
    expect(Object.keys(Object(mail.props)).toSorted()).toEqual(
      ['admitting', 'associationName', 'contact', 'erasedOn', 'forBody', 'name', 'on'].toSorted(),
    )
  })

  it('what could not be carried out is refused before the vote: the RPPS of a member', async () => {
    await db().member.update({ where: { id: people.actives[0]?.id ?? '' }, data: { rpps: '10001234565' } })
    const room = await bureauRoom(await apply())
    const refusal = await refusalOf(
      openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: true }),
    )
    expect(refusal.message).toContain('Ce numéro RPPS est déjà celui de')
  })

  it('a former member is admitted again under his number, with the dues that his departure had closed', async () => {
    const former = people.actives[0] ?? missing()
    await transact(db(), (tx) =>
      endMembership(
        tx,
        { db: db(), now: TEST_NOW, actor: null },
        { memberId: former.id, kind: 'RESIGNED', on: '2027-05-01' },
      ),
    )
    const applicationId = await apply(aRequest(people.statutesId, { email: former.email, lastName: 'Retour' }))
    await vote(await bureauRoom(applicationId), ['FOR', 'FOR', 'FOR'])
    expect(await db().member.findUniqueOrThrow({ where: { id: former.id } })).toMatchObject({
      number: former.number,
      lastName: 'Retour',
      leftOn: null,
      restrictedOn: null,
      rpps: '10001234565',
    })
    expect(await db().member.count()).toBe(people.all.length)
    expect(await db().dues.count({ where: { memberId: former.id } })).toBe(1)
  })

  it('admitted twice at once, there is one member', async () => {
    const applicationId = await apply()
    const room = await bureauRoom(applicationId)
    const admit = () =>
      transact(db(), (tx) =>
        admitApplicant(tx, chair, { applicationId, on: '2027-05-10', resolutionId: room.resolutionId }),
      )
    const done = await Promise.allSettled([admit(), admit(), admit()])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().member.count({ where: { lastName: 'Noël' } })).toBe(1)
  })
})

describe('on the agenda', () => {
  it('6.2-a two applications stand under one point of a Bureau meeting in preparation, in numbered resolutions', async () => {
    const { id: meetingId } = await buildMeeting(db(), people, { body: 'bureau' })
    const [one, two] = [await apply(), await apply(aBodyRequest(people.statutesId))]
    const { itemId } = await listApplication(chair, { applicationId: one, meetingId })
    expect(await listApplication(chair, { applicationId: two, meetingId })).toEqual({ itemId })
    const resolutions = await db().resolution.findMany({ where: { agendaItemId: itemId }, orderBy: { number: 'asc' } })
    expect(resolutions.map(({ number, title }) => [number, title])).toEqual([
      [3, 'Admission de Zoé Noël'],
      [4, 'Admission de Centre de santé du Port'],
    ])
    expect(resolutions[0]?.text).toBe(
      'Le Bureau agrée l’admission de Zoé Noël, sage-femme (Ivry-sur-Seine), comme membre actif.',
    )
    expect((await refusalOf(listApplication(chair, { applicationId: one, meetingId }))).message).toContain(
      'déjà à l’ordre du jour',
    )
  })

  it('6.2-a an assembly does not admit; a meeting already convened takes no more', async () => {
    const applicationId = await apply()
    const ago = await buildMeeting(db(), people, {})
    expect((await refusalOf(listApplication(chair, { applicationId, meetingId: ago.id }))).reasons[0]?.rule).toBe(
      '6.2-a',
    )
    const convened = await buildMeeting(db(), people, { body: 'bureau', state: 'CONVENED' })
    expect((await refusalOf(listApplication(chair, { applicationId, meetingId: convened.id }))).message).toContain(
      'convoquée',
    )
  })

  it('listed twice at once, it is listed once', async () => {
    const applicationId = await apply()
    const meetings = await Promise.all([1, 2].map(() => buildMeeting(db(), people, { body: 'bureau' })))
    const done = await Promise.allSettled(
      meetings.map(({ id }) => listApplication(chair, { applicationId, meetingId: id })),
    )
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().resolution.count({ where: { title: 'Admission de Zoé Noël' } })).toBe(1)
  })

  it('taken off the agenda, it may be listed again; withdrawn, it leaves the agenda', async () => {
    const applicationId = await apply()
    const { id: meetingId } = await buildMeeting(db(), people, { body: 'bureau' })
    await listApplication(chair, { applicationId, meetingId })
    const { resolutionId } = await db().application.findUniqueOrThrow({ where: { id: applicationId } })
    await removeResolution(chair, { meetingId, resolutionId: resolutionId ?? '' })
    await listApplication(chair, { applicationId, meetingId })
    await withdrawApplication(chair, { applicationId })
    expect(await db().resolution.count({ where: { title: 'Admission de Zoé Noël' } })).toBe(0)
  })

  it('withdrawn after the convocation, its resolution says so; once the vote has begun it stays', async () => {
    const applicationId = await apply()
    const room = await bureauRoom(applicationId)
    await openBallot(chair, { resolutionId: room.resolutionId, mode: 'ELECTRONIC', warned: true })
    expect((await refusalOf(withdrawApplication(chair, { applicationId }))).message).toContain('a commencé')
    const other = await apply(aRequest(people.statutesId, { email: 'autre@example.org', rpps: undefined }))
    const second = await bureauRoom(other)
    await withdrawApplication(chair, { applicationId: other })
    expect(await db().resolution.findUniqueOrThrow({ where: { id: second.resolutionId } })).toMatchObject({
      state: 'WITHDRAWN',
    })
  })
})
