import { reason, rulingFrom } from '~/statutes/ruling'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, demandLawful, forbidden } from '~/platform/refusal'
import type { DelegationInput } from './delegation.form'
import { lasting, lockOffices, presidency, sitterFor } from './mandates.server'
import { DELEGABLE, isPower, may, POWERS } from '~/platform/permissions'

/**
 * The President lends powers, in writing and dated, to an officer or to the coordinator (9.1-d). Refused: a power that is
 * not lent, someone who is neither, a start in the past. Returns the id of the delegation.
 */
export async function giveDelegation(ctx: Context, input: DelegationInput): Promise<string> {
  if (!may(ctx.actor, 'offices.manage')) throw forbidden()
  const today = parisDate(ctx.now)
  if (input.startsOn < today)
    throw badField('startsOn', 'Une délégation ne commence pas avant le jour où elle est donnée.')
  if (input.endsOn && input.endsOn < input.startsOn) throw badField('endsOn', 'La fin vient après le début.')
  return transact(ctx.db, async (tx) => {
    await lockOffices(tx)
    const { mandate } = await presidency(tx, today)
    if (!mandate) throw forbidden()
    const to = await tx.account.findUnique({ where: { id: input.toAccountId }, select: { id: true, name: true } })
    if (!to) throw badField('toAccountId', 'Choisissez à qui vous déléguez.')
    const ruling = judge(input.powers, await servesOn(tx, to.id, today), to.id === ctx.actor.accountId)
    demandLawful(ruling)
    const { id } = await tx.delegation.create({
      data: {
        kind: 'DELEGATION',
        mandateId: mandate.id,
        toAccountId: to.id,
        toName: to.name,
        powers: input.powers,
        reason: input.reason,
        startsOn: dateColumn(input.startsOn),
        endsOn: input.endsOn ? dateColumn(input.endsOn) : null,
        recordedAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    const details = { to: to.id, powers: input.powers, startsOn: input.startsOn, endsOn: input.endsOn ?? null }
    await journal(tx, ctx, { act: 'delegation.given', subject: 'Delegation', subjectId: id, ruling, details })
    return id
  })
}

/** 9.1-d: only powers that may be lent, to an officer or an employee, not to oneself. */
function judge(powers: string[], serves: boolean, oneself: boolean) {
  const kept = powers.filter((power) => !DELEGABLE.some((delegable) => delegable === power))
  const names = kept.map((power) => (isPower(power) ? POWERS[power].label : power)).join(', ')
  return rulingFrom([
    {
      ok: kept.length === 0,
      reason: reason(
        '9.1-d',
        kept.length === 0
          ? 'Le Président peut déléguer ces pouvoirs, par un écrit daté et révocable.'
          : `Ce pouvoir n’appartient qu’au Président et ne se délègue pas : ${names}.`,
      ),
    },
    {
      ok: serves,
      reason: reason(
        '9.1-d',
        serves
          ? 'La délégation est donnée à un membre du Bureau ou à un salarié de l’association.'
          : 'Une délégation se donne à un membre du Bureau ou à un salarié de l’association : cette personne n’est ni l’un ni l’autre aujourd’hui.',
      ),
    },
    { ok: !oneself, reason: reason('9.1-d', 'Une délégation se donne à une autre personne que son auteur.') },
  ])
}

/** Whether the holder of an account is an officer or an employee on this day. */
async function servesOn(tx: Tx, accountId: string, today: string): Promise<boolean> {
  const day = dateColumn(today)
  const staff = await tx.staff.count({
    where: { accountId, from: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] },
  })
  if (staff > 0) return true
  const mandates = await tx.mandate.findMany({ where: lasting(today), select: { memberId: true } })
  const sitters = await Promise.all(mandates.map(({ memberId }) => sitterFor(tx, memberId, today)))
  return sitters.some((sitter) => sitter?.accountId === accountId)
}
