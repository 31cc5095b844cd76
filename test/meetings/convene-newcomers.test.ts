import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, test } from 'vitest'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { conveneNewcomersTonight } from '~/meetings/convene/convene-newcomers.server'
import { convocationProof } from '~/meetings/convene/proof.query.server'
import { correctConvocation } from '~/meetings/convene/correct-convocation.server'
import { freezeElectorate } from '~/meetings/electorate.server'
import { meetingAccess } from '~/meetings/access.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { plainDate } from '~/statutes/french'
import { aPerson } from '../members/support'
import { buildAssociation, buildMeeting, contextFor, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'
import { admitted, emptyDatabase } from '../support/joining'

const db = useDatabase()
let association: BuiltAssociation
const on = (day: string, hour = '10:00') => Temporal.Instant.from(`${day}T${hour}:00Z`)
const person = (rank: number, now: Temporal.Instant) =>
  contextFor(db(), association.founders[rank] ?? { accountId: '' }, now)
let secretary: Context
let meetingId: string

beforeEach(async () => {
  await emptyDatabase(db())
  association = await buildAssociation(db(), { founders: 3, actives: 2, honorary: 1 })
  meetingId = (await buildMeeting(db(), association)).id
  await conveneMeeting(await person(0, on('2027-05-10')), { meetingId })
  secretary = await person(1, on('2027-05-20'))
})

/** Zoé Noël, admitted on 19 May, after the convocation of the 10th. */
const admit = (more: Parameters<typeof aPerson>[0] = {}, ctx = secretary) =>
  admitted(ctx, {
    ...aPerson({ lastName: 'Noël', firstName: 'Zoé', email: 'zoe@ex.fr', admittedOn: '2027-05-19', ...more }),
    consentOn: '2027-05-19',
    consentSource: 'bulletin',
  })

const noticesOf = (memberId: string) =>
  db().convocationNotice.findMany({ where: { memberId }, include: { mail: true, convocation: true } })

describe('13.2-a: a member admitted after the convocation', () => {
  test('receives the same notice at once, under a proof of his own, signed as it was', async () => {
    const memberId = await admit()
    const [notice, ...more] = await noticesOf(memberId)
    expect(more).toEqual([])
    expect(notice).toMatchObject({
      channel: 'MAIL',
      address: 'zoe@ex.fr',
      convocation: { sequence: 0, signerName: 'Dr Fondateur 1' },
      mail: {
        template: 'convocation',
        props: { lateOf: plainDate('2027-05-10'), signer: { name: 'Dr Fondateur 1' } },
      },
    })
    expect(notice?.joinedOn && isoDate(notice.joinedOn)).toBe('2027-05-20')
    expect(await db().convocation.count()).toBe(1)
    expect(await db().convocationNotice.count({ where: { joinedOn: null } })).toBe(6)
  })

  test('is shown as such on the page of the proof, with the reading of the article', async () => {
    await admit()
    const president = await person(0, on('2027-05-20'))
    const meeting = await db().meeting.findUniqueOrThrow({ where: { id: meetingId } })
    const proof = await convocationProof(president, meeting, { sequence: null, filter: 'toutes', after: null })
    expect(proof?.counts.total).toBe(7)
    expect(proof?.lines.filter(({ late }) => late)).toMatchObject([
      {
        label: 'Zoé Noël',
        late: {
          admittedOn: '2027-05-19',
          reason: { rule: '13.2-a', sentence: expect.stringContaining('ne court pas') },
        },
      },
    ])
  })

  test('opens the meeting, answers, and votes on the day as he was told', async () => {
    const memberId = await admit()
    const { accountId } = await db().member.findUniqueOrThrow({ where: { id: memberId } })
    const own = await contextFor(db(), { accountId: accountId ?? '' }, on('2027-05-20'))
    expect((await meetingAccess(own, meetingId)).members).toHaveLength(1)
    const opening = await transact(db(), (tx) =>
      freezeElectorate(tx, { meetingId, stage: 'OPENING', now: on('2027-06-12') }),
    )
    expect(opening.find(({ id }) => id === memberId)).toMatchObject({ mayVote: true, voices: 1 })
  })

  test('gets the letter where he gave no consent, to be posted', async () => {
    const memberId = await admitted(secretary, aPerson({ lastName: 'Noël', email: 'zoe@ex.fr' }))
    expect(await noticesOf(memberId)).toMatchObject([{ channel: 'LETTER', mailId: null, postedOn: null }])
  })

  test('gets what was last sent when it was corrected, then the next correction with the others', async () => {
    const president = await person(0, on('2027-05-21'))
    await db().meeting.update({ where: { id: meetingId }, data: { place: 'Maison des associations' } })
    await correctConvocation(president, { meetingId })
    const memberId = await admit()
    expect(await noticesOf(memberId)).toMatchObject([
      {
        convocation: { sequence: 1 },
        mail: { template: 'convocation', props: { meeting: { place: 'Maison des associations' } } },
      },
    ])
    await db().meeting.update({ where: { id: meetingId }, data: { place: 'Gymnase' } })
    await correctConvocation(president, { meetingId })
    expect(await noticesOf(memberId)).toHaveLength(2)
  })

  test('once, whoever admits and however often the night passes', async () => {
    const [one, two] = await Promise.all([admit(), admit({ email: 'lea@ex.fr', firstName: 'Léa' })])
    const system = { db: db(), now: on('2027-05-21', '00:05'), actor: null }
    expect(await Promise.all([conveneNewcomersTonight(system), conveneNewcomersTonight(system)])).toEqual([0, 0])
    expect(await noticesOf(one)).toHaveLength(1)
    expect(await noticesOf(two)).toHaveLength(1)
    const positions = await db().electorateEntry.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })
    expect(positions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('the night convenes who entered while the convocation was leaving', async () => {
    const memberId = await admit()
    await db().$executeRaw`delete from "ConvocationNotice" where "memberId" = ${memberId}::uuid`
    await db().$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`set local session_replication_role = replica`)
      await tx.electorateEntry.deleteMany({ where: { memberId } })
    })
    expect(await conveneNewcomersTonight({ db: db(), now: on('2027-05-21', '00:05'), actor: null })).toBe(1)
    expect(await noticesOf(memberId)).toHaveLength(1)
  })

  test.each(['OPEN', 'CLOSED', 'CANCELLED', 'DRAFT'] as const)('nothing is sent for a meeting %s', async (state) => {
    await db().meeting.update({ where: { id: meetingId }, data: { state } })
    expect(await noticesOf(await admit())).toEqual([])
  })

  test('nothing is sent once the hour has come', async () => {
    const late = await person(1, on('2027-06-12', '16:30'))
    expect(await noticesOf(await admit({ admittedOn: '2027-06-12' }, late))).toEqual([])
  })
})
