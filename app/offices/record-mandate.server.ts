import { Temporal } from 'temporal-polyfill'
import { statutesInForce } from '~/association/in-force.server'
import { reason, rulingFrom } from '~/statutes/ruling'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, demandLawful, forbidden } from '~/platform/refusal'
import type { MandateInput } from './delegation.form'
import { closeMandate } from './end-mandate.server'
import { lockOffices, sitterFor } from './mandates.server'
import { officeLabel } from './office-labels'
import { may } from '~/platform/permissions'

/**
 * Records an officer in place and the decision that put him there (8.1-a). Refused: an office that the statutes do not
 * know, no free seat, a category that may not sit in the Bureau. The term ends after the years of the statutes when no
 * date is given. Returns the id of the mandate.
 */
export async function recordMandate(ctx: Context | SystemContext, input: MandateInput): Promise<string> {
  if (ctx.actor && !may(ctx.actor, 'offices.manage') && !may(ctx.actor, 'association.write')) throw forbidden()
  return transact(ctx.db, async (tx) => {
    await lockOffices(tx)
    const { statutes } = await statutesInForce(tx, parisDate(ctx.now))
    const known = statutes.offices[input.office]
    if (!known) throw badField('office', 'Les statuts ne connaissent pas cette fonction.')
    const termEnd = input.termEnd ?? yearsLater(input.from, statutes.termYears)
    if (termEnd <= input.from) throw badField('termEnd', 'Le mandat finit après avoir commencé.')
    const member = await tx.member.findUnique({
      where: { id: input.memberId },
      select: { category: true, leftOn: true },
    })
    const sitter = await sitterFor(tx, input.memberId, input.from)
    if (!member || member.leftOn) throw badField('memberId', 'Choisissez un membre de l’association.')
    if (!sitter) throw badField('memberId', 'Cette structure n’avait pas de représentant légal ce jour-là.')
    await endPrevious(tx, ctx, input)
    const category = statutes.categories[member.category]
    const taken = await tx.mandate.count({ where: { office: input.office, endedOn: null } })
    const ruling = rulingFrom([
      {
        ok: category?.mayHoldOffice === true,
        reason: reason(
          '8.1-a',
          `Un ${category?.label ?? 'membre'} ${category?.mayHoldOffice ? 'peut' : 'ne peut pas'} siéger au Bureau.`,
        ),
      },
      {
        ok: taken < known.seats,
        reason: reason(
          '8.1-a',
          taken < known.seats
            ? `Un siège est libre : ${officeLabel(input.office)}.`
            : `Les sièges sont tous pourvus : ${officeLabel(input.office)}. Mettez d’abord fin au mandat en cours.`,
          { seats: known.seats, held: taken },
        ),
      },
    ])
    demandLawful(ruling)
    const { id } = await tx.mandate.create({
      data: {
        office: input.office,
        memberId: input.memberId,
        holderName: sitter.name,
        from: dateColumn(input.from),
        termEnd: dateColumn(termEnd),
        source: input.source,
      },
      select: { id: true },
    })
    const details = { office: input.office, member: input.memberId, from: input.from, termEnd }
    await journal(tx, ctx, { act: 'mandate.recorded', subject: 'mandate', subjectId: id, ruling, details })
    return id
  })
}

/** Whoever held the one seat leaves it as the next one takes it. */
async function endPrevious(tx: Tx, ctx: Context | SystemContext, input: MandateInput): Promise<void> {
  if (!input.endPrevious) return
  const previous = await tx.mandate.findMany({ where: { office: input.office, endedOn: null }, take: 2 })
  const [only] = previous
  if (only && previous.length === 1)
    await closeMandate(tx, ctx, { mandateId: only.id, endedOn: input.from, reason: `fin de mandat, ${input.source}` })
}

/** « 2024-06-12 » and 3 years → « 2027-06-12 »; 29 February gives 28 February. */
function yearsLater(from: string, years: number): string {
  return Temporal.PlainDate.from(from).add({ years }).toString()
}
