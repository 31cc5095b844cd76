import { isInstalling } from '~/association/installation/is-installing.server'
import { reason, rulingFrom } from '~/statutes/ruling'
import { parisDate } from '~/platform/clock.server'
import type { Actor, Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, demandLawful, forbidden, Refusal } from '~/platform/refusal'
import { byRepriseOnly } from './by-reprise-only'
import { CAUSES, type ReplacementInput } from './delegation.form'
import { closeMandate } from './end-mandate.server'
import { lasting, lockOffices, presidency, running, sitterFor } from './mandates.server'
import { may } from '~/platform/permissions'

/** Who may record that the President is replaced: himself, a vice-president, or who keeps the association's records. */
export function mayRecordReplacement(actor: Actor): boolean {
  const vice = actor.offices.some(({ office, via }) => office === 'vice-president' && via === 'mandate')
  return vice || may(actor, 'offices.manage') || may(actor, 'association.write')
}

/**
 * 10-a: records that a vice-president replaces the President. Alone, the President himself does so for his own absence or
 * resignation, from that day on; anybody else, and a day past, during the installation only. Refused: anything else (409), whatever
 * `writeReplacement` refuses. Returns the id of the replacement.
 */
export async function recordReplacement(ctx: Context, input: ReplacementInput): Promise<string> {
  if (!mayRecordReplacement(ctx.actor)) throw forbidden()
  return transact(ctx.db, async (tx) => {
    const alone = presides(ctx.actor) && input.startsOn >= parisDate(ctx.now) && input.cause !== 'death'
    if (!alone && !(await isInstalling(tx))) throw byRepriseOnly('10-a', 'ce remplacement du Président')
    return writeReplacement(tx, ctx, input)
  })
}

/** Whether the actor sits as President himself: neither replaces nor acts under a delegation. */
export const presides = (actor: Actor): boolean =>
  actor.offices.some(({ office, via }) => office === 'president' && via === 'mandate')

/**
 * A vice-president replaces the President who is prevented, resigned or dead (10-a), with all his powers, until he
 * returns or another is elected. Resignation and death end the President's mandate. Refused: someone who is no
 * vice-president, a replacement that runs already. Returns the id of the replacement. `repriseId`: the reprise by which it enters.
 */
export async function writeReplacement(
  tx: Tx,
  ctx: Context,
  input: ReplacementInput,
  repriseId: string | null = null,
): Promise<string> {
  const today = parisDate(ctx.now)
  if (input.endsOn && input.endsOn < input.startsOn) throw badField('endsOn', 'La fin vient après le début.')
  await lockOffices(tx)
  const vice = await tx.mandate.findFirst({ where: { id: input.mandateId, ...lasting(today) } })
  const { mandate, vacant } = await presidency(tx, today)
  if (!vice || !mandate) throw badField('mandateId', 'Choisissez qui remplace.')
  const others = await tx.delegation.count({
    where: { kind: 'REPLACEMENT', mandateId: mandate.id, ...running(today) },
  })
  const ruling = rulingFrom([
    {
      ok: vice.office === 'vice-president',
      reason: reason('10-a', 'Le Président est remplacé par un vice-président, et par lui seul.'),
    },
    {
      ok: others === 0,
      reason: reason('10-a', 'Un remplacement du Président est déjà en cours : mettez-y fin d’abord.'),
    },
    {
      ok: input.cause !== 'absence' || !vacant,
      reason: reason('10-a', 'L’empêchement suppose un Président en fonction : ses fonctions ont pris fin.'),
    },
  ])
  demandLawful(ruling)
  const sitter = await sitterFor(tx, vice.memberId, today)
  if (!sitter?.accountId)
    throw new Refusal(`${vice.holderName} n’a pas d’adresse pour se connecter : complétez d’abord sa fiche.`)
  if (input.cause !== 'absence' && !vacant)
    await closeMandate(tx, ctx, { mandateId: mandate.id, endedOn: input.startsOn, reason: CAUSES[input.cause] })
  const { id } = await tx.delegation.create({
    data: {
      kind: 'REPLACEMENT',
      mandateId: mandate.id,
      toAccountId: sitter.accountId,
      toName: sitter.name,
      powers: [],
      reason: [CAUSES[input.cause], input.details].filter(Boolean).join(' : '),
      startsOn: dateColumn(input.startsOn),
      endsOn: input.endsOn ? dateColumn(input.endsOn) : null,
      recordedAt: dateFromInstant(ctx.now),
      repriseId,
    },
    select: { id: true },
  })
  const details = {
    vicePresident: vice.id,
    cause: input.cause,
    startsOn: input.startsOn,
    endsOn: input.endsOn ?? null,
  }
  await journal(tx, ctx, { act: 'replacement.recorded', subject: 'Delegation', subjectId: id, ruling, details })
  return id
}
