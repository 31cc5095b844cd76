import { statutesInForce } from '~/association/in-force.server'
import type { MemberEventKind } from '~/generated/prisma/enums'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { categoryLabel } from '../category-label'
import { EVENT_ORDER, membershipOf } from '../membership-rows'
import { stateOn } from '../member-state'
import { personLabel } from '../../identity/names'

const isoOrNull = (date: Date | null) => date && isoDate(date)

/** Everything that the sheet of a member shows; null when there is none. */
export async function memberSheet(ctx: Context, id: string) {
  const today = parisDate(ctx.now)
  const [{ statutes }, member] = await Promise.all([
    statutesInForce(ctx.db, today),
    ctx.db.member.findUnique({
      where: { id },
      include: {
        events: { orderBy: EVENT_ORDER },
        representatives: { orderBy: [{ from: 'desc' }, { lastName: 'asc' }] },
        consents: { orderBy: [{ on: 'desc' }, { recordedAt: 'desc' }] },
        mandates: { orderBy: { from: 'desc' } },
        dues: { include: { period: { select: { year: true, dueOn: true } } }, orderBy: { period: { year: 'desc' } } },
      },
    }),
  ])
  if (!member) return null
  const membership = membershipOf(member)
  const label = (category: string | null) => (category === null ? '' : categoryLabel(statutes, category))
  const decisions = await decisionsOf(ctx, member.events)
  return {
    today,
    id,
    number: member.number,
    kind: member.kind,
    label: member.label,
    categoryLabel: label(member.category),
    paysDues: statutes.categories[member.category]?.paysDues ?? false,
    state: stateOn(membership, today),
    membership,
    identity: identityOf(member),
    events: member.events.map((event) => ({
      id: event.id,
      kind: event.kind,
      on: isoDate(event.on),
      until: isoOrNull(event.until),
      category: event.category,
      categoryLabel: label(event.category),
      reason: event.reason,
      decision: event.resolutionId === null ? null : (decisions.get(event.resolutionId) ?? null),
    })),
    representatives: member.representatives.map((person) => representativeOf(person, today)),
    consents: member.consents.map(({ id, kind, given, on, source }) => ({ id, kind, given, on: isoDate(on), source })),
    convocationConsentOn: isoOrNull(member.convocationConsentOn),
    registeredLetterConsentOn: isoOrNull(member.registeredLetterConsentOn),
    mandates: member.mandates.map(({ id, office, from, termEnd, endedOn, source }) => ({
      id,
      office,
      source,
      from: isoDate(from),
      termEnd: isoDate(termEnd),
      endedOn: isoOrNull(endedOn),
    })),
    dues: member.dues.map(({ id, amountCents, settledOn, period }) => ({
      id,
      amountCents,
      settledOn: isoOrNull(settledOn),
      year: period.year,
      dueOn: isoDate(period.dueOn),
    })),
  }
}

export type MemberSheet = NonNullable<Awaited<ReturnType<typeof memberSheet>>>

type Identified = Record<
  'civility' | 'lastName' | 'firstName' | 'profession' | 'rpps' | 'legalName' | 'legalForm' | 'finess' | 'siret' | 'rna' | 'email' | 'phone' | 'street' | 'postcode' | 'town',
  string | null
> & { bornOn: Date | null } // prettier-ignore

function identityOf(member: Identified) {
  const { civility, lastName, firstName, bornOn, profession, rpps, legalName, legalForm, finess, siret, rna } = member
  const { email, phone, street, postcode, town } = member
  const contact = { email, phone, street, postcode, town }
  return {
    civility,
    lastName,
    firstName,
    bornOn: isoOrNull(bornOn),
    profession,
    rpps,
    legalName,
    legalForm,
    finess,
    siret,
    rna,
    ...contact,
  }
}

type Person = {
  id: string
  kind: 'LEGAL' | 'SUBSTITUTE'
  civility: string | null
  lastName: string
  firstName: string
  quality: string
  email: string | null
  phone: string | null
  from: Date
  until: Date | null
  mandateOn: Date | null
}

function representativeOf(person: Person, today: string) {
  const { id, kind, quality, email, phone } = person
  const from = isoDate(person.from)
  const until = isoOrNull(person.until)
  const state =
    until !== null && until < today ? ('ended' as const) : from > today ? ('coming' as const) : ('current' as const)
  return {
    id,
    kind,
    quality,
    email,
    phone,
    from,
    until,
    state,
    mandateOn: isoOrNull(person.mandateOn),
    label: personLabel(person),
  }
}

/** The resolutions that decided these events: « Résolution 3 », and the assembly where they were voted. */
async function decisionsOf(ctx: Context, events: { kind: MemberEventKind; resolutionId: string | null }[]) {
  const ids = events.flatMap(({ resolutionId }) => resolutionId ?? [])
  if (ids.length === 0) return new Map<string, { title: string; meetingId: string }>()
  const found = await ctx.db.resolution.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, meeting: { select: { id: true, title: true } } },
  })
  return new Map(
    found.map(({ id, number, meeting }) => [
      id,
      { title: `${meeting.title}, résolution ${number}`, meetingId: meeting.id },
    ]),
  )
}
