import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changedOfficerSteps } from '~/meetings/prepare/changed-officers.query.server'
import { correctConvocation } from '~/meetings/convene/correct-convocation.server'
import { conveneMeeting } from '~/meetings/convene/convene-meeting.server'
import { closeMandate } from '~/offices/end-mandate.server'
import { revokeDelegation } from '~/offices/revoke-delegation.server'
import { instantOf } from '~/platform/clock.server'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import {
  buildAssociation,
  buildMeeting,
  contextFor,
  type BuiltAssociation,
  type BuiltMember,
} from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let association: BuiltAssociation
let meetingId: string

const noon = (day: string) => instantOf(day, '12:00')
const as = (member: BuiltMember, day = '2027-05-20') => contextFor(db(), member, noon(day))
const founder = (index: number) => association.founders[index]!

/** Convened on 10 May 2027 by the President for 12 June; a vice-president sits. */
beforeAll(async () => {
  association = await buildAssociation(db(), { founders: 4, actives: 4, honorary: 0 })
})
beforeEach(async () => {
  await db().meeting.updateMany({ data: { state: 'CANCELLED' } })
  await db().delegation.deleteMany()
  await db().mandate.deleteMany()
  const seats = ['president', 'secretary', 'treasurer', 'vice-president']
  await db().mandate.createMany({ data: seats.map((office, index) => seat(office, founder(index), '2025-06-10')) })
  meetingId = (await buildMeeting(db(), association)).id
  await conveneMeeting(await as(founder(0), '2027-05-10'), { meetingId })
})

const seat = (office: string, { id, label }: BuiltMember, from: string) => ({
  office,
  memberId: id,
  holderName: label,
  from: dateColumn(from),
  termEnd: dateColumn('2028-06-10'),
  source: 'AGO',
})

/** What this person reads on the day; empty when there is nothing. */
async function read(member: BuiltMember, day?: string): Promise<string> {
  const steps = await changedOfficerSteps(await as(member, day))
  return steps.map(({ reason }) => reason ?? '').join('\n')
}

async function leaves(office: string, endedOn: string) {
  const { id: mandateId } = await db().mandate.findFirstOrThrow({ where: { office, endedOn: null } })
  const ctx = await as(founder(0), endedOn)
  await transact(db(), (tx) => closeMandate(tx, ctx, { mandateId, endedOn, reason: 'démission' }))
}

describe('10-a, 13.2-a who signed, presides or keeps the minutes holds the office no more', () => {
  it.each(['2027-05-10', '2027-05-11'])(
    'the President leaves on %s: the vice-president and the secretary read who presides and signs, a member does not',
    async (day) => {
      expect(await read(founder(3), day)).toBe('')
      await leaves('president', day)
      for (const officer of [founder(3), founder(1)]) {
        const said = await read(officer)
        expect(said).toContain(`La convocation a été signée par le ${founder(0).label}, qui ne peut plus convoquer`)
        expect(said).toContain('attend que la présidence soit pourvue ou remplacée')
        expect(said).toContain(`sera présidée par une vice-présidence (art. 10), ${founder(3).label}.`)
      }
      expect(await read(association.actives[0]!)).toBe('')
      await db().mandate.create({ data: seat('president', founder(2), '2027-05-18') })
      expect(await read(founder(2))).toContain(`La séance sera présidée par le ${founder(2).label}.`)
      // who signs a correction has taken it over
      await db().meeting.update({ where: { id: meetingId }, data: { place: 'Salle Ravel' } })
      await correctConvocation(await as(founder(2)), { meetingId })
      expect(await read(founder(2))).toBe('')
    },
  )

  it('a replacement of the President who is prevented is told; the convocation that he signed stands', async () => {
    const mandate = await db().mandate.findFirstOrThrow({ where: { office: 'president' } })
    await db().delegation.create({
      data: {
        kind: 'REPLACEMENT',
        mandateId: mandate.id,
        toAccountId: founder(3).accountId,
        toName: founder(3).label,
        powers: [],
        reason: 'empêchement',
        startsOn: dateColumn('2027-05-15'),
        recordedAt: dateColumn('2027-05-15'),
      },
    })
    expect(await read(founder(3), '2027-05-14')).toBe('')
    expect(await read(founder(3), '2027-05-15')).toBe(
      `La séance sera présidée par le ${founder(3).label}, en remplacement (art. 10).`,
    )
  })

  it('the secretary leaves: whoever presides chooses at the opening; nothing is told once the day has passed', async () => {
    await leaves('secretary', '2027-05-15')
    expect(await read(founder(0))).toContain('qui préside choisit qui rédige le procès-verbal')
    expect(await read(founder(0), '2027-06-13')).toBe('')
  })

  it('a delegation by which it was signed is revoked: who signs now is told, the chair is the same', async () => {
    const mandate = await db().mandate.findFirstOrThrow({ where: { office: 'president' } })
    const { id: delegationId } = await db().delegation.create({
      data: {
        kind: 'DELEGATION',
        mandateId: mandate.id,
        toAccountId: founder(1).accountId,
        toName: founder(1).label,
        powers: ['meetings.convene'],
        reason: '',
        startsOn: dateColumn('2027-05-01'),
        recordedAt: dateColumn('2027-05-01'),
      },
    })
    const other = await buildMeeting(db(), association, { body: 'age' })
    await conveneMeeting(await as(founder(1), '2027-05-11'), { meetingId: other.id })
    expect(await read(founder(0))).toBe('')
    await revokeDelegation(await as(founder(0)), { delegationId })
    const said = await read(founder(0))
    expect(said).toContain(`signée par le ${founder(1).label}, qui ne peut plus convoquer : elle reste valable.`)
    expect(said).toContain(`se signe désormais par le ${founder(0).label} ou par délégation.`)
    expect(said).toContain(`La séance sera présidée par le ${founder(0).label}.`)
  })
})
