import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden, notFound, Refusal } from '~/platform/refusal'
import type { EndMandateInput } from './delegation.form'
import { lockOffices } from './mandates.server'
import { may } from '~/platform/permissions'

/**
 * Records that someone left an office (8.1-b), with the day and the reason; what he had delegated ends with it. Refused:
 * a mandate that has ended, a day before it began or to come.
 */
export async function endMandate(ctx: Context, input: EndMandateInput): Promise<void> {
  if (!may(ctx.actor, 'offices.manage') && !may(ctx.actor, 'association.write')) throw forbidden()
  if (input.endedOn > parisDate(ctx.now)) throw badField('endedOn', 'Cette date est à venir : revenez ce jour-là.')
  await transact(ctx.db, async (tx) => {
    await lockOffices(tx)
    await closeMandate(tx, ctx, input)
  })
}

/** See `endMandate`; in the caller's transaction, which holds `lockOffices`. */
export async function closeMandate(tx: Tx, ctx: Context | SystemContext, input: EndMandateInput): Promise<void> {
  const mandate = await tx.mandate.findUnique({ where: { id: input.mandateId } })
  if (!mandate) throw notFound()
  if (mandate.endedOn) throw new Refusal('Ces fonctions ont déjà pris fin.')
  if (input.endedOn < isoDate(mandate.from))
    throw badField('endedOn', 'Les fonctions ne finissent pas avant d’avoir commencé.')
  const endedOn = dateColumn(input.endedOn)
  await tx.mandate.update({
    where: { id: mandate.id },
    data: { endedOn, endReason: input.reason },
    select: { id: true },
  })
  await tx.delegation.updateMany({
    where: { mandateId: mandate.id, kind: 'DELEGATION', revokedOn: null },
    data: { revokedOn: endedOn },
  })
  const details = { office: mandate.office, endedOn: input.endedOn }
  await journal(tx, ctx, { act: 'mandate.ended', subject: 'mandate', subjectId: mandate.id, details })
}
