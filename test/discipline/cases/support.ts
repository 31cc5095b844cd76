import { openCase } from '~/discipline/cases/open-case.server'
import { sendNotice } from '~/discipline/cases/send-notice.server'
import { dateColumn } from '~/platform/dates'
import type { Context } from '~/platform/context'
import type { Db } from '~/platform/db.server'
import { Temporal } from 'temporal-polyfill'
import { contextFor, type BuiltMember } from '../../support/builders'

export const FACTS = [{ on: '2027-03-03', text: 'A interrompu la réunion du Bureau et retenu les clés du local.' }]
export const REASONS = 'Les faits du 3 mars sont établis par trois témoins ; le membre ne les a pas contestés.'

/** Noon in Paris on a civil day. */
export const noonOn = (day: string) => Temporal.Instant.from(`${day}T10:00:00Z`)

/** The same person on another day, who has just proved who he is. */
export const onDay = async (db: Db, person: { accountId: string }, day: string): Promise<Context> =>
  contextFor(db, person, noonOn(day))

/** A case opened on 10 May 2027 and its letter written; presented on `presentedOn` when given. */
export async function notifiedCase(
  db: Db,
  president: { accountId: string },
  member: BuiltMember,
  options: { presentedOn?: string; kind?: 'EXCLUSION' | 'SUSPENSION' | 'FOUNDER_LOSS'; hearing?: boolean } = {},
) {
  const ctx = await onDay(db, president, '2027-05-10')
  const { kind = 'EXCLUSION' } = options
  const { caseId } = await openCase(ctx, {
    kind,
    memberId: member.id,
    facts: FACTS,
    ruleBroken: 'article 4',
    ...(kind === 'SUSPENSION' && { until: '2027-12-31' }),
  })
  const hearing = options.hearing
    ? ({ way: 'hearing', on: '2027-05-28', time: '18:00', place: 'au siège' } as const)
    : ({ way: 'writing' } as const)
  const { letterId } = await sendNotice(ctx, { ...hearing, caseId })
  if (options.presentedOn)
    await db.registeredLetter.update({
      where: { id: letterId },
      data: { depositedOn: dateColumn('2027-05-10'), presentedOn: dateColumn(options.presentedOn) },
    })
  return { caseId, letterId }
}
