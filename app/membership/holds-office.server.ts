import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'

/** Whether a member holds an office today or later: what touches him then takes two signatures. */
export async function holdsOffice({ db, now }: Context, memberId: string): Promise<boolean> {
  const lasting = { OR: [{ endedOn: null }, { endedOn: { gt: dateColumn(parisDate(now)) } }] }
  return (await db.mandate.count({ where: { memberId, ...lasting } })) > 0
}
