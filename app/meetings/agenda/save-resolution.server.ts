import { statutesVersion } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, demandLawful, notFound, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { formPart, isFromFile, readEffect, type Effect } from '~/effects'
import { lockMeeting } from '../lock.server'
import { demandAgendaOpen, demandPreparer } from '../prepare/demand-allowed.server'
import { effectRuling } from '~/effects/carriers.server'
import { appendResolution } from './append.server'
import { renumber } from './order.server'
import type { ResolutionInput } from './resolution.form'

/**
 * Writes a resolution under a point put to the vote: its text, whether it is secret, what its adoption does. Refused when the
 * body may not decide that (13.2-b, 13.3-a), when it could not take effect on the day of the meeting (6.1-c, 6.3-a, 6.4-c), once
 * open to votes.
 */
export async function saveResolution(
  ctx: Context,
  input: { meetingId: string; itemId: string; resolutionId: string | null; resolution: ResolutionInput },
): Promise<{ resolutionId: string }> {
  demandPreparer(ctx)
  const { meetingId, itemId, resolutionId, resolution } = input
  return transact(ctx.db, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    demandAgendaOpen(meeting)
    const item = await tx.agendaItem.findFirst({ where: { id: itemId, meetingId }, select: { kind: true } })
    if (!item) throw notFound()
    if (item.kind !== 'VOTE')
      throw new Refusal('Ce point n’est pas soumis au vote : changez sa nature avant d’y écrire une résolution.')
    const { statutes } = await statutesVersion(tx, meeting.statutesId)
    const stored = await storedEffect(tx, { itemId, resolutionId })
    if (isFromFile(stored.kind) !== (resolution.effect === 'file'))
      throw new Refusal('Ce que fait cette résolution vient d’un dossier : il ne se choisit pas ici.')
    const effect = effectOf(resolution, stored)
    if (
      !isFromFile(effect.kind) &&
      'memberId' in effect &&
      !(await tx.member.findFirst({ where: { id: effect.memberId, leftOn: null }, select: { id: true } }))
    )
      throw badField('memberId', 'Choisissez un membre de l’association.')
    demandLawful(await effectRuling(tx, effect, { meeting, text: resolution.text, today: parisDate(ctx.now) }))
    const unanimity = isFromFile(effect.kind) ? undefined : formPart(effect.kind).unanimityOf?.(statutes)
    const data = {
      title: resolution.title,
      text: resolution.text,
      secret: resolution.secret === 'on' && unanimity === undefined,
      kind: unanimity === undefined ? ('RESOLUTION' as const) : ('UNANIMITY' as const),
      among: unanimity === undefined ? [] : [unanimity],
      effect,
    }
    if (resolutionId !== null) {
      const changed = await tx.resolution.updateMany({
        where: { id: resolutionId, agendaItemId: itemId, state: 'PENDING' },
        data,
      })
      if (changed.count === 0)
        throw new Refusal('Cette résolution est déjà ouverte au vote ou décidée : son texte ne change plus.')
      await journal(tx, ctx, {
        act: 'resolution.changed',
        subject: 'Resolution',
        subjectId: resolutionId,
        details: { effect: effect.kind },
      })
      return { resolutionId }
    }
    const id = v7(ctx.now.epochMilliseconds)
    const createdId = await appendResolution(tx, { id, meetingId, agendaItemId: itemId, ...data })
    await renumber(tx, meetingId)
    await journal(tx, ctx, {
      act: 'resolution.added',
      subject: 'Resolution',
      subjectId: createdId,
      details: { effect: effect.kind },
    })
    return { resolutionId: createdId }
  })
}

async function storedEffect(
  tx: Tx,
  { itemId, resolutionId }: { itemId: string; resolutionId: string | null },
): Promise<Effect> {
  const found =
    resolutionId === null
      ? null
      : await tx.resolution.findFirst({ where: { id: resolutionId, agendaItemId: itemId }, select: { effect: true } })
  return readEffect(found?.effect)
}

/** What the form says of the effect, under the names that the effect keeps; what comes from a file stays as it is. */
function effectOf(resolution: ResolutionInput, stored: Effect): Effect {
  if (resolution.effect === 'file') return stored
  const sent: Record<string, unknown> = resolution
  const named = Object.keys(formPart(resolution.effect).inputs).map((name) => [name, sent[name]])
  return readEffect({
    kind: resolution.effect,
    ...Object.fromEntries(named.filter(([, value]) => value !== undefined)),
  })
}
