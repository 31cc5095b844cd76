import type { Prisma } from '~/generated/prisma/client'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { admissionEvents } from './admission-events'
import { foldEvents } from './fold-events'
import type { Identity } from '../identity/member.form'
import { projectionColumns } from './membership-rows'
import { namesOf } from '../identity/names'
import type { NewMember } from './new-member'

type Numbered = { id: string; number: number; accounts: Map<string, string> }

/** Every column of an identity, so that people and bodies have the same ones. */
const NO_IDENTITY = {
  civility: null,
  lastName: null,
  firstName: null,
  bornOn: null,
  profession: null,
  rpps: null,
  legalName: null,
  legalForm: null,
  finess: null,
  siret: null,
  rna: null,
}

/** The row of a new member, its projection made of its events. */
export function memberRow(
  ctx: Context | SystemContext,
  member: NewMember,
  { id, number, accounts }: Numbered,
): Prisma.MemberCreateManyInput {
  const {
    admittedOn: _admittedOn,
    category: _category,
    consentOn,
    consentSource: _source,
    leaving: _leaving,
    representative: _representative,
    ...identity
  } = member
  const membership = foldEvents(admissionEvents(member))
  if (!membership) throw new Error('a member without an admission')
  return {
    ...NO_IDENTITY,
    ...identityColumns(identity),
    ...namesOf({ ...identity, number }),
    ...projectionColumns(membership),
    id,
    number,
    accountId: member.kind === 'PERSON' && member.email ? accounts.get(member.email) : null,
    convocationConsentOn: consentOn ? dateColumn(consentOn) : null,
    createdAt: dateFromInstant(ctx.now),
  }
}

/** The columns of who a member is, dates as the database wants them. */
export function identityColumns(identity: Identity) {
  if (identity.kind === 'BODY') return identity
  return { ...identity, bornOn: identity.bornOn === null ? null : dateColumn(identity.bornOn) }
}

/** The consent to electronic convocation with which a member comes, if any. */
export function consentRows(
  ctx: Context | SystemContext,
  member: NewMember,
  memberId: string,
): Prisma.ConsentCreateManyInput[] {
  if (!member.consentOn) return []
  const source = member.consentSource ?? 'enregistré à l’admission'
  return [consentRow(ctx, { memberId, given: true, on: member.consentOn, source })]
}

export function consentRow(
  ctx: Context | SystemContext,
  consent: { memberId: string; given: boolean; on: string; source: string },
) {
  return {
    ...consent,
    kind: 'CONVOCATION' as const,
    on: dateColumn(consent.on),
    recordedById: ctx.actor?.accountId ?? null,
    recordedAt: dateFromInstant(ctx.now),
  }
}

/** The legal representative with whom a body comes, if any: in place since its admission. */
export function representativeRows(
  member: NewMember,
  memberId: string,
  accounts: Map<string, string>,
): Prisma.RepresentativeCreateManyInput[] {
  if (!member.representative) return []
  const accountId = member.representative.email ? accounts.get(member.representative.email) : null
  return [{ ...member.representative, memberId, accountId, kind: 'LEGAL', from: dateColumn(member.admittedOn) }]
}
