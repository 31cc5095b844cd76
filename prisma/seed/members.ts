import { addRepresentative } from '~/membership/representatives/add-representative.server'
import { insertMembers } from '~/members/register/insert-members.server'
import { fold } from '~/platform/folding'
import type { NewMember } from '~/members/register/new-member'
import { recordConsent } from '~/members/identity/record-consent.server'
import { addDays } from '~/statutes/civil-date'
import { instantOf } from '~/platform/clock.server'
import type { SystemContext } from '~/platform/context'
import { transact, type Db } from '~/platform/db.server'
import type { DemoCalendar } from './calendar'
import { actives, founders, honorary, legalPersons, TOWNS, type LegalPerson, type Person } from './people'

/** Those who joined this year, the last of `actives`. */
const NEWCOMERS = 2
const mailbox = (name: string) => `${fold(name).replace(/[^a-z]+/g, '-')}@rives-de-marne.example`

const memberOf = (one: Person, category: string, admittedOn: string, rank: number): NewMember => ({
  kind: 'PERSON',
  civility: one.civility,
  lastName: one.lastName,
  firstName: one.firstName,
  bornOn: one.bornOn,
  profession: one.profession,
  rpps: one.rpps,
  email: one.lastName === 'Ferreira' ? null : mailbox(`${one.firstName} ${one.lastName}`),
  phone: `06 39 98 ${String(10 + rank)} ${String(70 - rank)}`,
  street: one.street,
  postcode: TOWNS[one.town],
  town: one.town,
  category,
  admittedOn,
  ...(one.consent && { consentOn: addDays(admittedOn, 3), consentSource: 'bulletin d’adhésion signé' }),
})

const bodyOf = (one: LegalPerson, admittedOn: string): NewMember => ({
  kind: 'BODY',
  legalName: one.legalName,
  legalForm: one.legalForm,
  finess: one.finess,
  siret: one.siret,
  rna: null,
  email: `${one.mailbox}@rives-de-marne.example`,
  phone: null,
  street: one.street,
  postcode: TOWNS[one.town],
  town: one.town,
  category: 'active',
  admittedOn,
  consentOn: addDays(admittedOn, 5),
  consentSource: 'bulletin d’adhésion signé',
  representative: { ...one.legal, email: mailbox(`${one.legal.firstName} ${one.legal.lastName}`), phone: null },
})

/** The register as it was taken over: founders, actives, legal persons, one honorary member and one who is to be. */
export async function seedMembers(db: Db, calendar: DemoCalendar): Promise<void> {
  const { constitution, installation } = calendar
  const ctx: SystemContext = { db, actor: null, now: instantOf(installation, '10:00') }
  const longStanding = actives.slice(0, -NEWCOMERS)
  const [long, toBe] = honorary
  if (!long || !toBe) throw new Error('two honorary members are told of')
  const members = [
    ...founders.map((one, rank) => memberOf(one, 'founder', constitution, rank)),
    // the first seven for more than five years: they may become founders (6.1-c)
    ...longStanding.map((one, rank) =>
      memberOf(one, 'active', addDays(constitution, rank < 7 ? 30 : 400 + rank * 60), 10 + rank),
    ),
    ...legalPersons.map((one, rank) => bodyOf(one, addDays(constitution, 120 + rank * 150))),
    memberOf(long, 'honorary', addDays(constitution, 200), 30),
    memberOf(toBe, 'active', constitution, 31),
  ]
  await transact(db, (tx) => insertMembers(tx, ctx, members, { kind: 'installation' }))
  await nameSubstitute(db, ctx, installation)
  await consentToRegisteredLetters(db, ctx)
}

/** Those who joined this year, once the Bureau has admitted them (6.2-a). */
export async function seedNewcomers(db: Db, calendar: DemoCalendar): Promise<void> {
  const ctx: SystemContext = { db, actor: null, now: instantOf(calendar.admission, '18:00') }
  const newcomers = actives.slice(-NEWCOMERS).map((one, rank) => memberOf(one, 'active', calendar.admission, 40 + rank))
  const joined = newcomers.map((one) => ({ ...one, consentOn: calendar.admission }))
  await transact(db, (tx) => insertMembers(tx, ctx, joined, { kind: 'decision', resolutionId: null }))
}

/** 6.2-d: who votes for a legal person when its legal representative is absent. */
async function nameSubstitute(db: Db, ctx: SystemContext, from: string): Promise<void> {
  const body = legalPersons.find(({ substitute }) => substitute)
  if (!body?.substitute) throw new Error('one legal person has a substitute')
  const member = await db.member.findFirstOrThrow({ where: { legalName: body.legalName }, select: { id: true } })
  const { firstName, lastName } = body.substitute
  await addRepresentative(ctx, {
    ...body.substitute,
    memberId: member.id,
    kind: 'SUBSTITUTE',
    email: mailbox(`${firstName} ${lastName}`),
    phone: null,
    bornOn: null,
    from,
    mandateOn: addDays(from, -6),
  })
}

async function consentToRegisteredLetters(db: Db, ctx: SystemContext): Promise<void> {
  const agreed = await db.member.findMany({
    where: { kind: 'PERSON', convocationConsentOn: { not: null }, number: { lte: 12 } },
    select: { id: true, admittedOn: true },
  })
  const on = addDays(ctx.now.toString().slice(0, 10), -1)
  for (const { id } of agreed)
    await recordConsent(ctx, { memberId: id, kind: 'REGISTERED_LETTER', given: true, on, source: 'formulaire signé' })
}
