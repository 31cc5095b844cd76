import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, notFound, Refusal } from '~/platform/refusal'
import { addDays } from '~/statutes/civil-date'
import { plainDate } from '~/statutes/french'
import { reason } from '~/statutes/ruling'
import { openAccounts } from '~/platform/accounts/open-accounts.server'
import { lockMembers } from '../register/lock.server'
import { personLabel } from '../identity/names'
import type { RepresentativeInput } from './representative.form'

/**
 * 6.2-d: names who speaks for a legal person, with an account when an address is given (that of a person who has one
 * already serves again). A new legal representative ends the former one on the eve. Refused (409): the member is a natural
 * person; a mandate dated after the day from which it serves. `repriseId`: the reprise by which it enters.
 */
export async function writeRepresentative(
  tx: Tx,
  ctx: Context | SystemContext,
  input: RepresentativeInput & { memberId: string },
  repriseId: string | null = null,
): Promise<string> {
  const { memberId, bornOn, from, mandateOn, ...person } = input
  if (mandateOn && mandateOn > from)
    throw badField('mandateOn', 'Le mandat est signé au plus tard le jour où il prend effet.')
  await lockMembers(tx)
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { kind: true } })
  if (!member) throw notFound()
  if (member.kind === 'PERSON') throw notForPeople()
  if (input.kind === 'LEGAL') await endFormerLegal(tx, memberId, from)
  const wanted = person.email ? [{ email: person.email, name: personLabel(person) }] : []
  const accounts = await openAccounts(tx, ctx, wanted)
  const { id } = await tx.representative.create({
    data: {
      ...person,
      memberId,
      accountId: person.email ? accounts.get(person.email) : null,
      bornOn: bornOn ? dateColumn(bornOn) : null,
      from: dateColumn(from),
      mandateOn: input.kind === 'SUBSTITUTE' && mandateOn ? dateColumn(mandateOn) : null,
      repriseId,
    },
    select: { id: true },
  })
  await journal(tx, ctx, {
    act: 'representative.added',
    subject: 'Member',
    subjectId: memberId,
    details: { representativeId: id, kind: input.kind, from },
  })
  return id
}

function notForPeople(): Refusal {
  const sentence = 'Une personne physique vote elle-même ou donne pouvoir : elle n’a pas de représentant.'
  return new Refusal(sentence, { reasons: [reason('6.2-d', sentence)] })
}

async function endFormerLegal(tx: Tx, memberId: string, from: string) {
  const former = await tx.representative.findFirst({
    where: { memberId, kind: 'LEGAL', OR: [{ until: null }, { until: { gte: dateColumn(from) } }] },
    select: { id: true, from: true },
  })
  if (!former) return
  const since = isoDate(former.from)
  if (from <= since)
    throw badField('from', `Le représentant légal actuel l’est depuis le ${plainDate(since)} : le suivant vient après.`)
  await tx.representative.update({
    where: { id: former.id },
    data: { until: dateColumn(addDays(from, -1)) },
    select: { id: true },
  })
}

/** The last day on which a representative speaks for the legal person. The caller has judged it. */
export async function writeRepresentativeEnd(tx: Tx, id: string, until: string): Promise<void> {
  await tx.representative.update({ where: { id }, data: { until: dateColumn(until) }, select: { id: true } })
}
