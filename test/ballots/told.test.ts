import { beforeAll, describe, expect, it } from 'vitest'
import { closeBallot } from '~/ballots/close-ballot.server'
import { openBallot } from '~/ballots/open-ballot.server'
import { openOnlineVoting } from '~/ballots/open-online-voting.server'
import { addRepeat } from '~/meetings/agenda/ballot-state.server'
import { loadResolution } from '~/ballots/load-resolution.server'
import { withdrawResolution } from '~/ballots/withdraw-resolution.server'
import type { Prisma } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { instantOf } from '~/platform/clock.server'
import { modelStatutes } from '~/statutes/model'
import { useDatabase } from '../support/database'
import { buildAssociation, contextFor, type BuiltAssociation } from '../support/builders'
import { tellAgenda } from '../support/meetings'
import { buildRoom, first, openRaw } from './room'

const db = useDatabase()
let people: BuiltAssociation
let chair: Context

const remoteVote = { article: '13.4', mode: 'window' as const, hours: 72, countsInQuorum: true }
const statutes = {
  ...modelStatutes,
  bodies: { ...modelStatutes.bodies, ago: { ...modelStatutes.bodies.ago, remoteVote } },
}

beforeAll(async () => {
  people = await buildAssociation(db(), { statutes })
  chair = await contextFor(db(), first(people.founders))
})

/** 12 June 2027: last sending day 27 May with fifteen clear days, 4 June with the Bureau's seven. */
const dues = (cents: number) => ({
  kind: 'set-dues',
  year: 2028,
  dueOn: '2028-03-31',
  amounts: { founder: cents, active: cents },
})
type Options = Parameters<typeof buildRoom>[2]
const room = (options: Options = {}) =>
  buildRoom(db(), people, {
    present: [...people.founders, ...people.actives],
    resolutions: [{ title: 'Cotisation 2028', text: 'La cotisation est de 50 €.', effect: dues(5000) }],
    ...options,
  })
const open = (resolutionId: string, mode: 'ELECTRONIC' | 'HANDS' | 'PAPER' = 'ELECTRONIC') =>
  openBallot(chair, { resolutionId, mode, warned: true })
const stateOf = async (id: string) => (await db().resolution.findUniqueOrThrow({ where: { id } })).state

const BODIES = [
  { body: 'ago', rule: '13.2-a', last: '2027-05-27', after: '2027-05-28' },
  { body: 'age', rule: '13.3-a', last: '2027-05-27', after: '2027-05-28' },
  { body: 'bureau', rule: '8.3-a', last: '2027-06-04', after: '2027-06-05' },
] as const

describe.each(BODIES)('$rule what is voted was told within the notice ($body)', ({ body, rule, last, after }) => {
  const plain = { body, resolutions: [{}] }
  it.each(['ELECTRONIC', 'HANDS', 'PAPER'] as const)('told the last lawful day: voted (%s)', async (mode) => {
    const { resolutionId } = await room({ ...plain, toldOn: last })
    await open(resolutionId, mode)
    expect(await stateOf(resolutionId)).toBe('OPEN')
  })
  it.each(['ELECTRONIC', 'HANDS', 'PAPER'] as const)('told the day after: discussed, not voted (%s)', async (mode) => {
    const { resolutionId } = await room({ ...plain, toldOn: after })
    await expect(open(resolutionId, mode)).rejects.toMatchObject({
      status: 409,
      reasons: [
        {
          rule,
          figures: { toldOn: after, lastSendingDay: last },
          sentence: expect.stringContaining('discuté, non voté'),
        },
      ],
    })
    expect(await stateOf(resolutionId)).toBe('PENDING')
  })
  it('never told: refused', async () => {
    const { resolutionId } = await room({ ...plain, toldOn: null })
    await expect(open(resolutionId)).rejects.toMatchObject({ reasons: [{ rule, figures: { toldOn: null } }] })
  })
})

/** What may happen to a resolution once it was sent. */
const CHANGES: [what: string, data: Prisma.ResolutionUncheckedUpdateInput][] = [
  ['one character of its text', { text: 'La cotisation est de 50  €.' }],
  ['its text, from 50 to 5,000 euros', { text: 'La cotisation est de 5 000 €.' }],
  ['one cent of its effect', { effect: dues(5001) }],
  ['its title', { title: 'Cotisations 2028' }],
  ['what makes it a unanimity', { kind: 'UNANIMITY', among: ['founder'] }],
]

describe('13.2-a what is voted is what was sent', () => {
  it.each(CHANGES)('%s changed after the sending: refused until it is told, in time', async (_, data) => {
    const untold = await room()
    await db().resolution.update({
      where: { id: untold.resolutionId },
      data,
    })
    await expect(open(untold.resolutionId)).rejects.toMatchObject({ reasons: [{ figures: { toldOn: null } }] })
    await tellAgenda(db(), untold.meetingId, { on: '2027-05-28' })
    await expect(open(untold.resolutionId)).rejects.toMatchObject({ reasons: [{ figures: { toldOn: '2027-05-28' } }] })

    const told = await room()
    await db().resolution.update({
      where: { id: told.resolutionId },
      data,
    })
    await tellAgenda(db(), told.meetingId, { on: '2027-05-27' })
    await open(told.resolutionId)
  })

  it('the title of its point changed: refused', async () => {
    const { meetingId, resolutionId } = await room()
    await db().agendaItem.updateMany({ where: { meetingId }, data: { title: 'Dissolution' } })
    await expect(open(resolutionId)).rejects.toMatchObject({ reasons: [{ rule: '13.2-a' }] })
  })

  it('told, taken off by a correction, put back late: the first sending counts no more', async () => {
    const { meetingId, resolutionId } = await room()
    const item = await db().agendaItem.findFirstOrThrow({ where: { meetingId } })
    await db().agendaItem.update({ where: { id: item.id }, data: { title: 'Autre point' } })
    await tellAgenda(db(), meetingId, { on: '2027-05-30' })
    await db().agendaItem.update({ where: { id: item.id }, data: { title: item.title } })
    await expect(open(resolutionId)).rejects.toMatchObject({ reasons: [{ figures: { toldOn: null } }] })
    await tellAgenda(db(), meetingId, { on: '2027-05-31' })
    await expect(open(resolutionId)).rejects.toMatchObject({ reasons: [{ figures: { toldOn: '2027-05-31' } }] })
  })

  it('a resolution added late leaves the others as they were', async () => {
    const { meetingId, resolutionId } = await room()
    const { agendaItemId } = await db().resolution.findUniqueOrThrow({ where: { id: resolutionId } })
    const late = await db().resolution.create({
      data: { meetingId, agendaItemId, number: 2, title: 'Achat', text: 'Un véhicule est acheté.' },
    })
    await tellAgenda(db(), meetingId, { on: '2027-06-11' })
    await expect(open(late.id)).rejects.toMatchObject({ reasons: [{ figures: { toldOn: '2027-06-11' } }] })
    await open(resolutionId)
  })

  it('another day for the meeting asks for the whole notice again', async () => {
    const moved = await room()
    await db().meeting.update({ where: { id: moved.meetingId }, data: { date: dateColumn('2027-06-13') } })
    await expect(open(moved.resolutionId)).rejects.toMatchObject({ reasons: [{ figures: { toldOn: null } }] })
    await tellAgenda(db(), moved.meetingId, { on: '2027-05-28' })
    await open(moved.resolutionId)
  })

  it('the order, the notes of a point, another name of the member, a secret vote: nothing else is decided', async () => {
    const [member] = people.actives
    const effect = { kind: 'award-honorary', memberId: member?.id }
    const { meetingId, resolutionId } = await room({ accountsOfYear: 2026, resolutions: [{ effect }] })
    await db().member.update({ where: { id: member?.id ?? '' }, data: { label: 'Actif 1 Martin' } })
    await db().agendaItem.updateMany({ where: { meetingId }, data: { notes: 'Voir le dossier.', position: 7 } })
    await db().resolution.update({ where: { id: resolutionId }, data: { secret: true, number: 9 } })
    await open(resolutionId, 'PAPER')
  })

  it('another member of the same name is another decision', async () => {
    const [one, two] = people.actives.slice(5)
    if (!one || !two) throw new Error('members are missing')
    await db().member.updateMany({ where: { id: { in: [one.id, two.id] } }, data: { label: 'Claude Martin' } })
    const effect = (memberId: string) => ({ kind: 'award-honorary', memberId })
    const { resolutionId } = await room({ accountsOfYear: 2026, resolutions: [{ effect: effect(one.id) }] })
    await db().resolution.update({ where: { id: resolutionId }, data: { effect: effect(two.id) } })
    await expect(open(resolutionId)).rejects.toMatchObject({ reasons: [{ figures: { toldOn: null } }] })
  })
})

describe('13.2-a every door', () => {
  const during = instantOf('2027-06-11', '12:00')
  it('opened on line: only what was told in time', async () => {
    const { meetingId, resolutionId } = await room({ state: 'CONVENED', resolutions: [{}], present: [] })
    const { agendaItemId } = await db().resolution.findUniqueOrThrow({ where: { id: resolutionId } })
    const late = await db().resolution.create({
      data: { meetingId, agendaItemId, number: 2, title: 'Achat', text: 'Un véhicule est acheté.' },
    })
    await tellAgenda(db(), meetingId, { on: '2027-06-01' })
    expect(await openOnlineVoting({ ...chair, now: during }, { meetingId })).toBe(1)
    expect([await stateOf(resolutionId), await stateOf(late.id)]).toEqual(['ONLINE', 'PENDING'])
  })

  it.each(['ELECTRONIC', 'HANDS', 'PAPER'] as const)('counted (%s): refused even where it was opened', async (mode) => {
    const { meetingId, resolutionId } = await room()
    await openRaw(db(), resolutionId)
    await db().resolution.update({ where: { id: resolutionId }, data: { mode } })
    await db().agendaItem.updateMany({ where: { meetingId }, data: { title: 'Autre point' } })
    await expect(closeBallot(chair, { resolutionId })).rejects.toMatchObject({ reasons: [{ rule: '13.2-a' }] })
    expect(await stateOf(resolutionId)).toBe('OPEN')
  })

  it('4.23 the new ballot of a secret tie is on the text that was told, and on no other', async () => {
    const { resolutionId } = await room({ resolutions: [{ secret: true }] })
    const repeat = (id: string) => transact(db(), async (tx) => addRepeat(tx, await loadResolution(tx, id)))
    const once = await repeat(resolutionId)
    await db().resolution.update({ where: { id: once }, data: { state: 'WITHDRAWN' } })
    const repeatId = await repeat(once)
    await db().resolution.update({ where: { id: repeatId }, data: { text: 'Autre chose.' } })
    await expect(open(repeatId)).rejects.toMatchObject({ reasons: [{ rule: '13.2-a' }] })
    const { text } = await db().resolution.findUniqueOrThrow({ where: { id: resolutionId } })
    await db().resolution.update({ where: { id: repeatId }, data: { text } })
    await open(repeatId)
  })

  it('withdrawn, it leaves in the incidents why it was not voted', async () => {
    const { meetingId, resolutionId } = await room({ toldOn: '2027-05-28' })
    await withdrawResolution(chair, { resolutionId })
    expect(await db().incident.findMany({ where: { meetingId } })).toMatchObject([
      { kind: 'not-told', rule: '13.2-a', text: expect.stringContaining('28 mai 2027') },
    ])
    const inTime = await room({ toldOn: '2027-05-27' })
    await withdrawResolution(chair, inTime)
    expect(await db().incident.count({ where: { meetingId: inTime.meetingId } })).toBe(0)
  })
})
