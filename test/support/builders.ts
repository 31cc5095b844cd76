export { buildMeeting, giveProxy, tellEverybody } from './meetings'
import { Temporal } from 'temporal-polyfill'
import { modelStatutes } from '~/statutes/model'
import type { Statutes } from '~/statutes/schema'
import { loadActor } from '~/offices/actor.server'
import type { Power } from '~/platform/permissions'
import { currentInstant } from '~/platform/clock.server'
import type { Actor, Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { createSession } from '~/platform/session.server'
import { v7 } from '~/platform/uuid.server'

/** The day on which tests happen unless they say otherwise: 10 May 2027 at noon in Paris. */
export const TEST_NOW = Temporal.Instant.from('2027-05-10T10:00:00Z')
/** The same, as a column of the database holds it. */
export const TEST_DATE = dateFromInstant(TEST_NOW)

export type BuiltMember = {
  id: string
  number: number
  label: string
  category: string
  email: string
  accountId: string
}
type Counts = { founders?: number; actives?: number; honorary?: number }
type AssociationOptions = Counts & {
  statutes?: Statutes
  /** consent to electronic convocation, of everybody */
  consent?: boolean
  /** year whose dues exist, and are settled by those who pay */
  duesYear?: number
  settled?: boolean
  now?: Temporal.Instant
}

/**
 * An association under the model statutes (or others), its members with an account each, F1 President, F2 secretary,
 * F3 treasurer. Founders are « Dr Fondateur 1 », actives « Actif 1 », honorary « Honneur 1 ».
 */
export async function buildAssociation(db: Db, options: AssociationOptions = {}) {
  const {
    founders = 4,
    actives = 20,
    honorary = 2,
    statutes = modelStatutes,
    now = TEST_NOW,
    duesYear = 2027,
  } = options
  await db.association.create({
    data: {
      id: 1,
      name: 'CPTS des Deux Rives',
      shortName: 'CPTS des Deux Rives',
      object: 'Santé du territoire',
      seatStreet: '1 place de la Mairie',
      postcode: '94200',
      town: 'Ivry-sur-Seine',
      email: 'contact@deux-rives.example',
    },
  })
  const version = await db.statutesVersion.create({
    data: {
      effectiveFrom: dateColumn('2020-01-01'),
      adoptedOn: dateColumn('2019-12-01'),
      adoptedBy: 'assemblée constitutive',
      settings: statutes,
      hash: 'test',
      recordedAt: dateFromInstant(now),
    },
  })
  const people = {
    founders: await addMembers(db, {
      category: 'founder',
      count: founders,
      name: 'Fondateur',
      civility: 'Dr',
      ...options,
    }),
    actives: await addMembers(db, { category: 'active', count: actives, name: 'Actif', ...options }),
    honorary: await addMembers(db, { category: 'honorary', count: honorary, name: 'Honneur', ...options }),
  }
  const offices = ['president', 'secretary', 'treasurer']
  await db.mandate.createMany({
    data: people.founders.slice(0, 3).map((member, index) => ({
      office: offices[index] ?? 'vice-president',
      memberId: member.id,
      holderName: member.label,
      from: dateColumn('2025-06-10'),
      termEnd: dateColumn('2028-06-10'),
      source: 'AGO du 10 juin 2025, résolution 5',
    })),
  })
  await addDues(db, [...people.founders, ...people.actives], duesYear, options.settled ?? true)
  return {
    statutesId: version.id,
    statutes,
    ...people,
    all: [...people.founders, ...people.actives, ...people.honorary],
  }
}

export type BuiltAssociation = Awaited<ReturnType<typeof buildAssociation>>

async function addDues(db: Db, members: BuiltMember[], year: number, settled: boolean) {
  const period = await db.duesPeriod.create({
    data: {
      year,
      startsOn: dateColumn(`${year}-01-01`),
      endsOn: dateColumn(`${year}-12-31`),
      dueOn: dateColumn(`${year}-03-31`),
      setOn: dateColumn(`${year - 1}-06-10`),
      source: `AGO du 10 juin ${year - 1}`,
    },
  })
  const paid = dateColumn(`${year}-01-15`)
  await db.dues.createMany({
    data: members.map(({ id, number }) => ({
      memberId: id,
      periodId: period.id,
      reference: `C${year}-${String(number).padStart(5, '0')}`,
      amountCents: 5000,
      dueOn: dateColumn(`${year}-03-31`),
      openedOn: dateColumn(`${year - 1}-06-10`),
      ...(settled && { settledOn: paid, paidCents: 5000, closedAs: 'SETTLED' as const, closedOn: paid }),
    })),
  })
}

type MembersOptions = {
  category: string
  count: number
  name: string
  civility?: string
  consent?: boolean
  admittedOn?: string
  bornOn?: string
  now?: Temporal.Instant
}

/** Members of one category, admitted by a dated event, with an account and an address each. */
export async function addMembers(db: Db, options: MembersOptions): Promise<BuiltMember[]> {
  const {
    category,
    count,
    name,
    consent = true,
    admittedOn = '2020-01-01',
    bornOn = '1970-05-04',
    now = TEST_NOW,
  } = options
  const start = await db.member.count()
  const at = dateFromInstant(now)
  const made = Array.from({ length: count }, (_, index) => ({
    id: v7(now.epochMilliseconds),
    accountId: v7(now.epochMilliseconds),
    number: start + index + 1,
    label: `${options.civility ?? 'Mme'} ${name} ${index + 1}`,
    category,
    email: `${name.toLowerCase()}-${index + 1}@example.org`,
  }))
  await db.account.createMany({
    data: made.map(({ accountId, email, label }) => ({ id: accountId, email, name: label, createdAt: at })),
  })
  await db.member.createMany({
    data: made.map((member, index) => ({
      ...member,
      kind: 'PERSON' as const,
      lastName: name,
      firstName: String(index + 1),
      civility: options.civility ?? 'Mme',
      sortName: `${name} ${String(index + 1).padStart(5, '0')}`,
      searchText: `${name.toLowerCase()} ${index + 1}`,
      street: `${index + 1} rue des Lilas`,
      postcode: '94200',
      town: 'Ivry-sur-Seine',
      bornOn: dateColumn(bornOn),
      admittedOn: dateColumn(admittedOn),
      createdAt: at,
      convocationConsentOn: consent ? dateColumn(admittedOn) : null,
    })),
  })
  await db.memberEvent.createMany({
    data: made.map(({ id }) => ({
      memberId: id,
      kind: 'ADMITTED' as const,
      on: dateColumn(admittedOn),
      category,
      recordedAt: at,
    })),
  })
  return made
}

/** A legal person of one category and the account of its legal representative. */
export async function addBody(db: Db, input: { category?: string; legalName: string; now?: Temporal.Instant }) {
  const at = dateFromInstant(input.now ?? TEST_NOW)
  const number = (await db.member.count()) + 1
  const email = `direction-${number}@example.org`
  const account = await db.account.create({ data: { email, name: 'Claire Direction', createdAt: at } })
  const member = await db.member.create({
    data: {
      number,
      kind: 'BODY',
      legalName: input.legalName,
      legalForm: 'association',
      sortName: input.legalName,
      label: input.legalName,
      searchText: input.legalName.toLowerCase(),
      category: input.category ?? 'active',
      admittedOn: dateColumn('2020-01-01'),
      street: '3 rue du Port',
      postcode: '94200',
      town: 'Ivry-sur-Seine',
      convocationConsentOn: dateColumn('2020-01-01'),
      createdAt: at,
      representatives: {
        create: {
          accountId: account.id,
          kind: 'LEGAL',
          lastName: 'Direction',
          firstName: 'Claire',
          quality: 'directrice',
          email,
          from: dateColumn('2020-01-01'),
        },
      },
    },
  })
  return {
    id: member.id,
    number,
    label: input.legalName,
    category: member.category,
    email,
    accountId: account.id,
  } satisfies BuiltMember
}

/** A coordinator: employee, never a member; holds what the President delegates in writing (9.1-d). */
export async function addCoordinator(db: Db, powers: Power[], now = TEST_NOW) {
  const account = await db.account.create({
    data: { email: 'coordination@example.org', name: 'Inès Coordination', createdAt: dateFromInstant(now) },
  })
  await db.staff.create({ data: { accountId: account.id, title: 'coordinatrice', from: dateColumn('2024-01-01') } })
  const mandate = await db.mandate.findFirstOrThrow({ where: { office: 'president', endedOn: null } })
  if (powers.length > 0)
    await db.delegation.create({
      data: {
        kind: 'DELEGATION',
        mandateId: mandate.id,
        toAccountId: account.id,
        toName: account.name,
        powers,
        reason: 'préparation des assemblées',
        startsOn: dateColumn('2024-01-01'),
        recordedAt: dateFromInstant(now),
      },
    })
  return { accountId: account.id, email: account.email, label: account.name }
}

/** Opens a session, now as pages read it unless said otherwise; the value is what a browser sends in its Cookie header. */
export async function cookieFor(db: Db, person: { accountId: string }, now = currentInstant()): Promise<string> {
  const { cookie } = await createSession(db, { accountId: person.accountId, device: 'test', now })
  return cookie.split(';')[0] ?? ''
}

/** The person signed in, with the offices and memberships that the database gives. */
export async function actorFor(db: Db, person: { accountId: string }, now = TEST_NOW): Promise<Actor> {
  const request = new Request('http://localhost/', { headers: { cookie: await cookieFor(db, person, now) } })
  const actor = await loadActor(db, request, now)
  if (!actor) throw new Error('the session just opened is not found')
  return actor
}

export async function contextFor(db: Db, person: { accountId: string }, now = TEST_NOW): Promise<Context> {
  return { db, now, actor: await actorFor(db, person, now) }
}
