import type { Power } from '~/platform/permissions'
import { addDays, addYears } from '~/statutes/civil-date'
import { plainDate } from '~/statutes/french'
import { instantOf } from '~/platform/clock.server'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import type { DemoCalendar } from './calendar'
import { actives, coordinator, founders, type Person } from './people'

/** What the President lends to the coordinator (9.1-d): everything of the assemblies but presiding, voting and signing. */
const LENT: Power[] = [
  'members.read',
  'members.write',
  'meetings.prepare',
  'meetings.convene',
  'session.desk',
  'minutes.write',
  'dues.manage',
  'register.read',
]

const memberNamed = ({ lastName, firstName }: Person, db: Db) =>
  db.member.findFirstOrThrow({ where: { lastName, firstName }, select: { id: true, label: true } })

/** The Bureau elected for three years by the assembly that changed the statutes, and the coordinator with her delegation. */
export async function seedOffices(db: Db, calendar: DemoCalendar): Promise<void> {
  const { statutesChange, installation } = calendar
  const [president, firstVice, secondVice, secretary] = founders
  const seats = [
    ['president', president],
    ['vice-president', firstVice],
    ['vice-president', secondVice],
    ['secretary', secretary],
    ['treasurer', actives[0]],
  ] as const
  for (const [rank, [office, person]] of seats.entries()) {
    if (!person) throw new Error(`nobody holds the office ${office}`)
    const member = await memberNamed(person, db)
    await db.mandate.create({
      data: {
        office,
        memberId: member.id,
        holderName: member.label,
        from: dateColumn(statutesChange),
        termEnd: dateColumn(addYears(statutesChange, 3)),
        source: `AGO du ${plainDate(statutesChange)}, résolution ${5 + rank}`,
      },
    })
  }
  const account = await db.account.create({
    data: {
      email: coordinator.email,
      name: coordinator.name,
      createdAt: dateFromInstant(instantOf(installation, '09:00')),
    },
  })
  await db.staff.create({
    data: { accountId: account.id, title: coordinator.title, from: dateColumn(addDays(statutesChange, 60)) },
  })
  const mandate = await db.mandate.findFirstOrThrow({
    where: { office: 'president', endedOn: null },
    select: { id: true },
  })
  const now = instantOf(installation, '09:30')
  const delegation = await db.delegation.create({
    data: {
      kind: 'DELEGATION',
      mandateId: mandate.id,
      toAccountId: account.id,
      toName: account.name,
      powers: LENT,
      reason: 'préparation et tenue matérielle des réunions, registre des membres',
      startsOn: dateColumn(installation),
      recordedAt: dateFromInstant(now),
    },
  })
  await journal(
    db,
    { db, now, actor: null },
    { act: 'delegation.given', subject: 'Delegation', subjectId: delegation.id },
  )
}
