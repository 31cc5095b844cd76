import { demandPower } from '~/platform/demand-power.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { storeDocument, type StoredFile } from '~/platform/documents.server'
import { badField } from '~/platform/refusal'
import { lockRunningMeetings } from '~/meetings/proxies/void-proxies-of-member.server'
import { originColumns, type Origin } from '~/members/register/origin'
import { lockOffices } from '~/offices/mandates.server'
import { endMembership } from '../end-membership.server'
import { demandAlone, officesSince, votedSince } from '../exercised-since.server'
import { firstDayOut, type DepartureInput } from './departure.form'
import { mailAcknowledgement } from './resignation-mails.server'
import { whatIsLeft } from './what-is-left.server'

type Departure = DepartureInput & { memberId: string; file?: StoredFile | null }

/**
 * 6.4-a: records a resignation received by mail or by letter, a death, or the end of a legal person, with its scan. A
 * resignation takes effect on receipt, or on a later day that the member names; he gets an acknowledgement. Refused: a day of
 * receipt to come, a member who has left already, a death to come; and, recorded by one person alone once the installation is
 * closed (409), the departure of an officer, or on a day before a vote of the member.
 */
export async function recordDeparture(ctx: Context, input: Departure): Promise<void> {
  demandPower(ctx, 'members.write')
  const { memberId } = input
  const from = firstDayOut(input)
  await transact(ctx.db, async (tx) => {
    await lockRunningMeetings(tx)
    await lockOffices(tx)
    await demandAlone(tx, [
      ...(await officesSince(tx, '8.1-b', { memberId, from })),
      ...(await votedSince(tx, '6.4-a', { memberId, from, today: parisDate(ctx.now) })),
    ])
    await writeDeparture(tx, ctx, input, { documentId: await keepFile(tx, ctx, input) })
  })
}

type Kept = { documentId: string | null; origin?: Extract<Origin, { kind: 'reprise' }> }

/** See `recordDeparture`; in the caller's transaction, whoever judged that it may be recorded. */
export async function writeDeparture(
  tx: Tx,
  ctx: Context,
  input: DepartureInput & { memberId: string },
  { documentId, origin }: Kept,
): Promise<void> {
  const { memberId, kind } = input
  if (kind === 'RESIGNED' && input.receivedOn > parisDate(ctx.now))
    throw badField('receivedOn', 'Cette date est à venir : enregistrez la démission une fois reçue.')
  if (kind === 'DECEASED' && input.on > parisDate(ctx.now)) throw badField('on', 'Cette date est à venir.')
  const on = firstDayOut(input)
  const left = await whatIsLeft(tx, { memberId, on })
  const reason = [input.reason, origin?.reason].filter(Boolean).join(' ; ') || null
  await endMembership(tx, ctx, { memberId, kind, on, ...(origin && originColumns(origin)), reason })
  if (kind !== 'RESIGNED') return
  const { channel, receivedOn } = input
  await tx.resignation.create({
    data: {
      memberId,
      channel,
      receivedOn: dateColumn(receivedOn),
      text: input.reason ?? '',
      documentId,
      recordedById: ctx.actor.accountId,
      recordedAt: dateFromInstant(ctx.now),
    },
    select: { id: true },
  })
  await mailAcknowledgement(tx, ctx, { memberId, channel, receivedOn, on, left })
}

async function keepFile(tx: Tx, ctx: Context, { memberId, kind, file }: Departure): Promise<string | null> {
  if (!file) return null
  return storeDocument(tx, file, {
    title: kind === 'RESIGNED' ? 'Lettre de démission' : 'Justificatif du départ',
    kind: 'departure',
    memberId,
    uploadedById: ctx.actor.accountId,
    now: ctx.now,
  })
}
