import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant, isoDate } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { badField, notFound } from '~/platform/refusal'
import { plainDate } from '~/statutes/french'
import type { ConsentInput } from './consent.form'
import { demandPower } from '~/platform/demand-power.server'

const COLUMN = { CONVOCATION: 'convocationConsentOn', REGISTERED_LETTER: 'registeredLetterConsentOn' } as const

type Answer = ConsentInput & { memberId: string }

/**
 * Appends a consent given or withdrawn, as some paper shows; the last one recorded is in force. Refused (400): dated in the future,
 * or before the one already recorded.
 */
export async function recordConsent(ctx: Context | SystemContext, input: Answer): Promise<void> {
  demandPower(ctx, 'members.write')
  if (input.on > parisDate(ctx.now)) throw badField('on', 'Cette date est à venir : un accord se constate.')
  await transact(ctx.db, (tx) => appendConsent(tx, ctx, input))
}

/** The same in the transaction of whoever has judged the right to it; `onlyIfNew`: what is in force already is not said again. */
export async function appendConsent(
  tx: Tx,
  ctx: Context | SystemContext,
  { memberId, kind, given, on, source, onlyIfNew = false }: Answer & { onlyIfNew?: boolean },
): Promise<void> {
  const [member] = await tx.$queryRaw<Record<'convocationConsentOn' | 'registeredLetterConsentOn', Date | null>[]>`
    select "convocationConsentOn", "registeredLetterConsentOn" from "Member" where id = ${memberId}::uuid for no key update`
  if (!member) throw notFound()
  if (onlyIfNew && (member[COLUMN[kind]] !== null) === given) return
  const last = await tx.consent.findFirst({ where: { memberId, kind }, orderBy: { on: 'desc' }, select: { on: true } })
  if (last && isoDate(last.on) > on)
    throw badField('on', `Une réponse du ${plainDate(isoDate(last.on))} est déjà enregistrée.`)
  await tx.consent.create({
    data: {
      memberId,
      kind,
      given,
      on: dateColumn(on),
      source,
      recordedById: ctx.actor?.accountId ?? null,
      recordedAt: dateFromInstant(ctx.now),
    },
    select: { id: true },
  })
  await tx.member.update({
    where: { id: memberId },
    data: { [COLUMN[kind]]: given ? dateColumn(on) : null },
    select: { id: true },
  })
  await journal(tx, ctx, {
    act: given ? 'consent.given' : 'consent.withdrawn',
    subject: 'Member',
    subjectId: memberId,
    details: { kind, on },
  })
}
