import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { journalMany } from '~/platform/journal.server'
import { Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { openAccounts } from '~/platform/accounts/open-accounts.server'
import { admissionEvents, admissionObjection } from './admission-events'
import { insertRows } from '~/platform/insert-rows.server'
import { demandOrigin } from './demand-origin.server'
import { lockMembers } from './lock.server'
import { personLabel } from '../identity/names'
import type { NewMember } from './new-member'
import { consentRows, memberRow, representativeRows } from './new-member-rows'
import { originColumns, type Origin } from './origin'
import { eventRow } from './record-member-event.server'

/**
 * Writes new members with their account, admission, consent and legal representative: a fixed number of statements,
 * whatever their number. Call it under `lockMembers`, after `findConflicts`; throws a Refusal (409, article 6) when a
 * category or a date cannot be, or when they come from nowhere (`origin`). Returns their ids, in the order given.
 */
export async function insertMembers(
  tx: Tx,
  ctx: Context | SystemContext,
  members: readonly NewMember[],
  origin: Origin,
): Promise<string[]> {
  await lockMembers(tx)
  if (members.length > 0) await demandOrigin(tx, origin)
  await demandAdmissible(tx, ctx, members)
  const numbers = await nextNumbers(tx, members)
  const accounts = await openAccounts(tx, ctx, members.flatMap(accountOf))
  const newId = () => v7(ctx.now.epochMilliseconds)
  const drafts = members.map((member, index) => ({
    member,
    id: newId(),
    number: numbers[index] ?? 0,
  }))
  const memberRows = drafts.map(({ member, id, number }) => memberRow(ctx, member, { id, number, accounts }))
  const events = drafts.flatMap(({ member, id }) =>
    admissionEvents(member).map((event) => ({
      id: newId(),
      ...eventRow(ctx, { ...originColumns(origin), ...event, memberId: id }),
    })),
  )
  const consents = drafts.flatMap(({ member, id }) =>
    consentRows(ctx, member, id).map((row) => ({ id: newId(), ...row })),
  )
  const representatives = drafts.flatMap(({ member, id }) =>
    representativeRows(member, id, accounts).map((row) => ({ id: newId(), ...row })),
  )
  await insertRows(tx, 'Member', memberRows)
  await insertRows(tx, 'MemberEvent', events)
  await insertRows(tx, 'Consent', consents)
  await insertRows(tx, 'Representative', representatives)
  await journalMany(
    tx,
    ctx,
    drafts.map(({ id }) => ({ act: 'member.registered', subject: 'Member', subjectId: id })),
  )
  return drafts.map(({ id }) => id)
}

async function demandAdmissible(tx: Tx, ctx: Context | SystemContext, members: readonly NewMember[]): Promise<void> {
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(tx, today)
  const categories = Object.keys(statutes.categories)
  for (const member of members) {
    const against = admissionObjection(member, { today, categories })
    if (against) throw new Refusal(against.sentence, { reasons: [against] })
  }
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
