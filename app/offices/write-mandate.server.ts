import { statutesInForce } from '~/association/in-force.server'
import { isSuspendedOn } from '~/members/register/fold-events'
import { membershipOn } from '~/members/register/membership-on.server'
import type { Origin } from '~/members/register/origin'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, demandLawful } from '~/platform/refusal'
import { addYears } from '~/statutes/civil-date'
import { judgeSeat } from '~/statutes/seats'
import type { MandateInput } from './delegation.form'
import { closeMandate } from './end-mandate.server'
import { lockOffices, sitterFor } from './mandates.server'
import { officeLabel } from './office-labels'

/**
 * 8.1-a, 9.1-a: seats a member in an office, with the decision that put him there; whoever calls has judged where it comes from.
 * Refused with the article: an office that the statutes do not know, no free seat, a category that may not sit, somebody who
 * holds another office, a term longer than that of the statutes or still to begin. The term is theirs when no date is given.
 */
export async function writeMandate(
  tx: Tx,
  ctx: Context | SystemContext,
  input: MandateInput,
  origin: Origin,
): Promise<string> {
  await lockOffices(tx)
  const today = parisDate(ctx.now)
  const { office, memberId, from } = input
  const { statutes } = await statutesInForce(tx, today)
  if (!Object.hasOwn(statutes.offices, office))
    throw badField('office', 'Les statuts ne connaissent pas cette fonction.')
  const termEnd = input.termEnd ?? addYears(from, statutes.termYears)
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { leftOn: true } })
  const sitter = await sitterFor(tx, memberId, from)
  if (!member || member.leftOn) throw badField('memberId', 'Choisissez un membre de l’association.')
  if (!sitter) throw badField('memberId', 'Cette structure n’avait pas de représentant légal ce jour-là.')
  await endPrevious(tx, ctx, input)
  const membership = await membershipOn(tx, memberId, from)
  const held = await tx.mandate.findMany({ where: { endedOn: null }, select: { office: true, memberId: true } })
  const ruling = judgeSeat(statutes, {
    office,
    category: membership?.category ?? null,
    suspended: membership !== null && isSuspendedOn(membership, from),
    held: held.filter((each) => each.office === office).length,
    other: await otherOffice(tx, held, { memberId, accountId: sitter.accountId, today }),
    from,
    termEnd,
    today,
  })
  demandLawful(ruling)
  const { id } = await tx.mandate.create({
    data: {
      office,
      memberId,
      holderName: sitter.name,
      from: dateColumn(from),
      termEnd: dateColumn(termEnd),
      source: input.source,
      resolutionId: origin.kind === 'decision' ? origin.resolutionId : null,
      takenOver: origin.kind !== 'decision',
      repriseId: origin.kind === 'reprise' ? origin.repriseId : null,
    },
    select: { id: true },
  })
  const details = { office, member: memberId, from, termEnd, origin: origin.kind }
  await journal(tx, ctx, { act: 'mandate.recorded', subject: 'Mandate', subjectId: id, ruling, details })
  return id
}

/** Whoever held the one seat leaves it as the next one takes it. */
async function endPrevious(tx: Tx, ctx: Context | SystemContext, input: MandateInput): Promise<void> {
  if (!input.endPrevious) return
  const previous = await tx.mandate.findMany({ where: { office: input.office, endedOn: null }, take: 2 })
  const [only] = previous
  if (only && previous.length === 1)
    await closeMandate(tx, ctx, { mandateId: only.id, endedOn: input.from, reason: `fin de mandat, ${input.source}` })
}

type Sitting = { memberId: string; accountId: string | null; today: string }

/** Another office that this member holds, or that the same person holds for a body; in words. */
async function otherOffice(
  tx: Tx,
  held: readonly { office: string; memberId: string }[],
  { memberId, accountId, today }: Sitting,
): Promise<string | null> {
  for (const seat of held) {
    const same =
      seat.memberId === memberId ||
      (accountId !== null && (await sitterFor(tx, seat.memberId, today))?.accountId === accountId)
    if (same) return officeLabel(seat.office)
  }
  return null
}
