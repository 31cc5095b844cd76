import type { Member } from '~/generated/prisma/client'
import type { Context, SystemContext } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { renameAccounts } from '~/platform/accounts/change-accounts.server'
import { openAccounts } from '~/platform/accounts/open-accounts.server'
import { journalMany, type Entry } from '~/platform/journal.server'
import type { Identity } from '../identity/member.form'
import { namesOf, personLabel } from '../identity/names'
import { identityColumns } from './new-member-rows'

/** A member as it is recorded, and who it will be. */
export type IdentityChange = { before: Member; identity: Identity }

/**
 * Corrects who members are: a fixed number of statements, whatever their number. The account of a person follows its
 * address: renamed where the address is free, exchanged for the one that holds it, left when there is none any more. Call
 * it under `lockMembers`, after `findConflicts`. One journal row a member, naming the fields that changed.
 */
export async function changeMembers(
  tx: Tx,
  ctx: Context | SystemContext,
  changes: readonly IdentityChange[],
): Promise<void> {
  const rows = await rowsOf(tx, ctx, changes)
  if (rows.length === 0) return
  await tx.$executeRaw`
    update "Member" m
       set "civility" = x."civility", "lastName" = x."lastName", "firstName" = x."firstName", "bornOn" = x."bornOn",
           "profession" = x."profession", "rpps" = x."rpps", "legalName" = x."legalName", "legalForm" = x."legalForm",
           "finess" = x."finess", "siret" = x."siret", "rna" = x."rna", "email" = x."email", "phone" = x."phone",
           "street" = x."street", "postcode" = x."postcode", "town" = x."town", "label" = x."label",
           "sortName" = x."sortName", "searchText" = x."searchText", "accountId" = x."accountId"
      from json_populate_recordset(null::"Member", ${JSON.stringify(rows)}::json) x
     where m."id" = x."id"`
  const entries = changes.flatMap(({ before, identity }): Entry[] => {
    const changed = changedFields(before, identity)
    return changed.length === 0
      ? []
      : [{ act: 'member.updated', subject: 'Member', subjectId: before.id, details: { changed } }]
  })
  await journalMany(tx, ctx, entries)
}

async function rowsOf(tx: Tx, ctx: Context | SystemContext, changes: readonly IdentityChange[]) {
  const people = changes.flatMap(({ before, identity }) =>
    identity.kind === 'PERSON' && identity.email
      ? [{ accountId: before.accountId, email: identity.email, name: personLabel(identity) }]
      : [],
  )
  const taken = await tx.$queryRaw<{ id: string; email: string }[]>`
    select id, email from "Account" where email = any(${people.map(({ email }) => email)}::text[])`
  const accounts = new Map(taken.map(({ id, email }) => [email, id]))
  const renamed = people.filter(
    ({ accountId, email }) => accountId !== null && (accounts.get(email) ?? accountId) === accountId,
  )
  await renameAccounts(tx, renamed)
  for (const { email, accountId } of renamed) if (accountId) accounts.set(email, accountId)
  const opened = await openAccounts(
    tx,
    ctx,
    people.filter(({ email }) => !accounts.has(email)),
  )
  return changes.map(({ before, identity }) => ({
    ...before,
    ...identityColumns(identity),
    ...namesOf({ ...identity, number: before.number }),
    accountId:
      identity.kind === 'BODY'
        ? before.accountId
        : identity.email
          ? (accounts.get(identity.email) ?? opened.get(identity.email) ?? null)
          : null,
  }))
}

/** The fields of an identity whose value differs from the recorded one. */
export function changedFields(before: Member, identity: Identity): string[] {
  const recorded: Record<string, unknown> = { ...before, bornOn: before.bornOn && isoDate(before.bornOn) }
  return Object.entries(identity).flatMap(([field, value]) => (recorded[field] === value ? [] : [field]))
}
