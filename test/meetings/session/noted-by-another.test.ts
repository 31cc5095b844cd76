import { beforeAll, describe, expect, it } from 'vitest'
import { closeBallot } from '~/ballots/close-ballot.server'
import { recordVote } from '~/ballots/record-vote.server'
import { recordArrival } from '~/meetings/session/record-arrival.server'
import { recordDeparture } from '~/meetings/session/record-departure.server'
import { minutesBody } from '~/minutes/facts.query.server'
import { dateFromInstant } from '~/platform/dates'
import { renderRow } from '~/platform/mail/render.server'
import { openRaw } from '../../ballots/room'
import { useDatabase } from '../../support/database'
import {
  addBody,
  buildAssociation,
  contextFor,
  giveProxy,
  type BuiltAssociation,
  type BuiltMember,
} from '../../support/builders'
import { DRAWN, nth, sessionOf, STARTED } from './support'

const db = useDatabase()
let people: BuiltAssociation
let house: BuiltMember
beforeAll(async () => {
  people = await buildAssociation(db())
  house = await addBody(db(), { legalName: 'Centre de santé des Lilas' })
})

const told = (meetingId: string) =>
  db().mail.findMany({
    where: { meetingId, template: 'noted-by-another' },
    orderBy: [{ queuedAt: 'asc' }, { toName: 'asc' }],
  })

describe('marked present by another', () => {
  it('is written to once, however often it is pressed at once: what, by whom, when', async () => {
    const session = await sessionOf(db(), people)
    await session.open()
    const member = nth(people.actives, 0)
    await Promise.all(Array.from({ length: 8 }, () => session.arrive(member)))
    const mails = await told(session.id)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      accountId: member.accountId,
      subject: `AGO du 12\u00a0juin 2027 : présence notée pour ${member.label}`,
      props: { act: 'arrival', by: session.desk.actor.name, at: '12\u00a0juin 2027 à 18\u00a0h\u00a040' },
    })
    const { text } = await renderRow(nth(mails, 0))
    for (const part of [member.label, 'Présence en séance', session.desk.actor.name, 'Si c’est exact'])
      expect(text).toContain(part)
  })

  it('not who marks himself; a legal person through who represents it; who leaves by another’s hand too', async () => {
    const session = await sessionOf(db(), people)
    await session.open()
    const arrive = (memberId: string, representative?: string) =>
      recordArrival(session.desk, { meetingId: session.id, memberId, signature: DRAWN, representative })
    await arrive(nth(people.founders, 1).id)
    expect(await told(session.id)).toHaveLength(0)
    const legal = await db().representative.findFirstOrThrow({ where: { memberId: house.id } })
    await arrive(house.id, legal.id)
    expect(await told(session.id)).toMatchObject([{ toName: 'Claire Direction', props: { member: house.label } }])
    const own = await contextFor(db(), nth(people.actives, 1), STARTED)
    await session.arrive(nth(people.actives, 1))
    await recordDeparture(own, { meetingId: session.id, memberId: nth(people.actives, 1).id })
    await session.leave(house)
    const left = (await told(session.id)).filter(({ subject }) => subject.includes('départ noté'))
    expect(left).toMatchObject([{ props: { member: house.label, noted: 'Départ de la séance' } }])
  })

  it('the minutes name who noted each passage', async () => {
    const session = await sessionOf(db(), people)
    await session.open()
    const member = nth(people.actives, 2)
    await session.arrive(member)
    await session.arrive(nth(people.founders, 1))
    await recordDeparture(await contextFor(db(), member, STARTED), { meetingId: session.id, memberId: member.id })
    const { attendees } = await minutesBody(db(), session.id)
    const hours = (id: string) => attendees.find(({ memberId }) => memberId === id)?.hours
    expect(hours(member.id)).toBe(
      `arrivée 18 h 40 (présence notée par le ${nth(people.founders, 1).label}), départ 18 h 40`,
    )
    expect(hours(nth(people.founders, 1).id)).toBe('arrivée 18 h 40')
  })
})

describe('voted for by another', () => {
  async function ballot(secret = false) {
    const session = await sessionOf(db(), people, { resolutions: [{ secret }] })
    const [holder, giver] = [nth(people.actives, 3), nth(people.actives, 4)]
    await giveProxy(db(), { meetingId: session.id, giverId: giver.id, holderId: holder.id })
    await giveProxy(db(), {
      meetingId: session.id,
      giverId: nth(people.actives, 5).id,
      holderId: nth(people.founders, 0).id,
    })
    await session.open()
    await session.arriveAll([...people.founders, ...people.actives.slice(0, 4), ...people.actives.slice(6)])
    const resolutionId = nth(session.resolutionIds, 0)
    await db().meeting.update({ where: { id: session.id }, data: { openedAt: dateFromInstant(STARTED) } })
    await openRaw(db(), resolutionId)
    const record = (member: BuiltMember) =>
      recordVote(session.president, { resolutionId, memberId: member.id, choice: 'AGAINST' })
    const votes = async () =>
      (await told(session.id)).filter(({ subject }) => subject.includes('vote noté')).map(({ accountId }) => accountId)
    return { session, resolutionId, record, votes, holder, giver }
  }

  it('is written to once, with who said the vote for him; a second press changes nothing', async () => {
    const { session, record, votes, holder, giver } = await ballot()
    await record(holder)
    expect(await votes()).toEqual([holder.accountId])
    await expect(record(holder)).rejects.toMatchObject({ status: 400 })
    expect(await votes()).toEqual([holder.accountId])
    await record(giver)
    expect((await votes()).toSorted()).toEqual([holder, holder, giver].map(({ accountId }) => accountId).toSorted())
    const ofGiver = (await told(session.id)).find(({ subject }) => subject.endsWith(`vote noté pour ${giver.label}`))
    expect(ofGiver?.props).toMatchObject({
      member: giver.label,
      noted: 'Vote «\u00a0Contre\u00a0» à la résolution 1, «\u00a0Résolution 1\u00a0»',
      by: session.president.actor.name,
    })
  })

  it('not where the chair writes his own vote, or that of his giver', async () => {
    const { record, votes } = await ballot()
    await record(nth(people.founders, 0))
    await record(nth(people.actives, 5))
    expect(await votes()).toEqual([])
  })

  it('the minutes name those voted for and by whom, and not what was voted', async () => {
    const { session, resolutionId, record, holder, giver } = await ballot()
    await record(holder)
    await record(giver)
    await record(nth(people.founders, 0))
    await closeBallot(session.president, { resolutionId })
    const { items } = await minutesBody(db(), session.id)
    const said = items.flatMap(({ resolutions }) => resolutions.flatMap(({ sentences }) => sentences))
    expect(said).toContain(
      `Votes notés par le ${nth(people.founders, 0).label} pour\u00a0: ${holder.label} et ${giver.label}.`,
    )
    expect(said.join(' ')).not.toContain('Contre')
  })

  it('a secret vote is written by nobody, and told to nobody', async () => {
    const { session, record, votes, holder } = await ballot(true)
    await expect(record(holder)).rejects.toMatchObject({ status: 409 })
    expect(await votes()).toEqual([])
    const { items } = await minutesBody(db(), session.id)
    expect(JSON.stringify(items)).not.toContain('noté')
  })
})
