import { statutesInForce } from '~/association/in-force.server'
import type { Prisma } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { openAccounts } from './accounts.server'
import { foldEvents, type MembershipEvent } from './fold-events'
import { lockMembers } from './lock.server'
import { objection } from './may-follow'
import type { Identity, Registration } from './member.form'
import { projectionColumns } from './membership-rows'
import { namesOf, personLabel } from './names'
import { eventRow } from './record-member-event.server'

export type NewRepresentative = {
  civility: string | null
  lastName: string
  firstName: string
  quality: string
  email: string | null
  phone: string | null
}
/** A member to be written: what was recorded, with what an import may add. */
export type NewMember = Registration & {
  number?: number | null
  consentOn?: string | null
  consentSource?: string
  leaving?: (MembershipEvent & { reason: string }) | null
  representative?: NewRepresentative | null
}

/**
 * Writes new members with their account, admission, consent and legal representative: a fixed number of statements,
 * whatever their number. Call it under `lockMembers`, after `findConflicts`; throws a Refusal (409, article 6) when a
 * category or a date cannot be. Returns their ids, in the order given.
 */
export async function insertMembers(
  tx: Tx,
  ctx: Context | SystemContext,
  members: readonly NewMember[],
): Promise<string[]> {
  await lockMembers(tx)
  const numbers = await nextNumbers(tx, members)
  const accounts = await openAccounts(tx, ctx, members.flatMap(accountOf))
  const drafts = members.map((member, index) => ({
    member,
    id: v7(ctx.now.epochMilliseconds),
    number: numbers[index] ?? 0,
  }))
  const events = await admissions(tx, ctx, drafts)
  const rows = drafts.map(({ member, id, number }, index) =>
    memberRow(ctx, member, { id, number, events: events[index] ?? [], accounts }),
  )
  await inChunks(rows, (data) => tx.member.createMany({ data }))
  await inChunks(
    drafts.flatMap(({ id }, index) => (events[index] ?? []).map((event) => eventRow(ctx, { ...event, memberId: id }))),
    (data) => tx.memberEvent.createMany({ data }),
  )
  await inChunks(
    drafts.flatMap(({ member, id }) => consentRows(ctx, member, id)),
    (data) => tx.consent.createMany({ data }),
  )
  await inChunks(
    drafts.flatMap(({ member, id }) => representativeRows(member, id, accounts)),
    (data) => tx.representative.createMany({ data }),
  )
  const at = dateFromInstant(ctx.now)
  const entry = { at, accountId: ctx.actor?.accountId ?? null, act: 'member.registered', subject: 'Member' }
  await inChunks(
    drafts.map(({ id }) => ({ ...entry, subjectId: id })),
    (data) => tx.journalEntry.createMany({ data }),
  )
  return drafts.map(({ id }) => id)
}

type Draft = { member: NewMember; id: string }

/** The events of each new member, all of them possible under the statutes in force. */
async function admissions(tx: Tx, ctx: Context | SystemContext, drafts: Draft[]) {
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(tx, today)
  const categories = Object.keys(statutes.categories)
  return drafts.map(({ member }) => {
    const admitted = { kind: 'ADMITTED' as const, on: member.admittedOn, category: member.category }
    const events = member.leaving ? [admitted, member.leaving] : [admitted]
    events.forEach((event, index) => {
      const before = events.slice(0, index)
      const against = objection(foldEvents(before), event, {
        today,
        kind: member.kind,
        lastOn: before.at(-1)?.on ?? null,
        categories,
      })
      if (against) throw new Refusal(against.sentence, { reasons: [against] })
    })
    return events
  })
}

/** Those that came with a number keep it; the others follow the highest. */
async function nextNumbers(tx: Tx, members: readonly NewMember[]): Promise<number[]> {
  const { _max } = await tx.member.aggregate({ _max: { number: true } })
  let last = members.reduce((highest, { number }) => Math.max(highest, number ?? 0), _max.number ?? 0)
  return members.map(({ number }) => number ?? (last += 1))
}

function accountOf(member: NewMember) {
  if (member.kind === 'PERSON') return member.email ? [{ email: member.email, name: personLabel(member) }] : []
  const { representative } = member
  return representative?.email ? [{ email: representative.email, name: personLabel(representative) }] : []
}

type RowFacts = { id: string; number: number; events: MembershipEvent[]; accounts: Map<string, string> }

function memberRow(
  ctx: Context | SystemContext,
  member: NewMember,
  { id, number, events, accounts }: RowFacts,
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
  const membership = foldEvents(events)
  if (!membership) throw new Error('a member without an admission')
  return {
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

function consentRows(ctx: Context | SystemContext, member: NewMember, memberId: string) {
  if (!member.consentOn) return []
  const on = dateColumn(member.consentOn)
  const source = member.consentSource ?? 'enregistré à l’admission'
  return [
    {
      memberId,
      kind: 'CONVOCATION' as const,
      given: true,
      on,
      source,
      recordedBy: ctx.actor?.accountId ?? null,
      recordedAt: dateFromInstant(ctx.now),
    },
  ]
}

function representativeRows(member: NewMember, memberId: string, accounts: Map<string, string>) {
  if (!member.representative) return []
  const accountId = member.representative.email ? accounts.get(member.representative.email) : null
  return [
    { ...member.representative, memberId, accountId, kind: 'LEGAL' as const, from: dateColumn(member.admittedOn) },
  ]
}

/** A statement takes at most 32,767 values. */
async function inChunks<T>(rows: T[], write: (chunk: T[]) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += 900) await write(rows.slice(start, start + 900))
}
