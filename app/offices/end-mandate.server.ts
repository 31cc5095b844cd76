import { parisDate } from '~/platform/clock.server'
import { isInstalling } from '~/association/installation/is-installing.server'
import type { Actor, Context, SystemContext } from '~/platform/context'
import { dateColumn, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, forbidden, notFound, Refusal } from '~/platform/refusal'
import type { EndMandateInput } from './delegation.form'
import { byRepriseOnly } from './by-reprise-only'
import { lockOffices } from './mandates.server'
import { may } from '~/platform/permissions'
import { later } from '~/statutes/civil-date'

/**
 * Records that someone left an office (8.1-b), with the day and the reason; what he had delegated ends with it. Each resigns from
 * his own seat, that day; another's, or a day past, is recorded alone during the installation only. Refused: anything else (409),
 * a mandate that has ended, a day before it began or to come.
 */
export async function endMandate(ctx: Context, input: EndMandateInput): Promise<void> {
  const keeps = mayRecordEnd(ctx.actor)
  const today = parisDate(ctx.now)
  if (input.endedOn > today) throw badField('endedOn', 'Cette date est à venir : revenez ce jour-là.')
  await transact(ctx.db, async (tx) => {
    await lockOffices(tx)
    const mandate = await tx.mandate.findUnique({ where: { id: input.mandateId }, select: { memberId: true } })
    const own = mandate !== null && holdsSeat(ctx.actor, mandate.memberId)
    if (!own && !keeps) throw forbidden()
    const alone = own && input.endedOn === today
    if (!alone && !(keeps && (await isInstalling(tx))))
      throw byRepriseOnly('8.1-b', own ? 'un départ daté d’avant ce jour' : 'le départ d’une autre personne')
    await closeMandate(tx, ctx, input)
  })
}

/** Who may record that somebody left an office. */
export const mayRecordEnd = (actor: Actor): boolean => may(actor, 'offices.manage') || may(actor, 'association.write')

/** Whether the actor himself sits by that membership. */
export const holdsSeat = (actor: Actor, memberId: string): boolean =>
  actor.offices.some((held) => held.via === 'mandate' && held.memberId === memberId)

/**
 * See `endMandate`; in the caller's transaction, which holds `lockOffices`. What was lent stops that day, or today when the day is
 * past: what was done under it meanwhile stands.
 */
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
    data: { revokedOn: dateColumn(later(input.endedOn, parisDate(ctx.now))) },
  })
  const details = { office: mandate.office, endedOn: input.endedOn }
  await journal(tx, ctx, { act: 'mandate.ended', subject: 'Mandate', subjectId: mandate.id, details })
}
