import { recipients } from '~/meetings/convene/recipients.server'
import { lasting } from '~/offices/mandates.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { POWERS } from '~/platform/permissions'
import { involvedMembers } from '../cases/involved.server'
import type { Envelope } from '~/membership/tell-officers.server'

type File = { memberId: string; recusals: { memberId: string }[] }

/**
 * The addresses of the people who keep a file: the officers who lead procedures, except those whom it involves; where it
 * involves all of them, the other officers in office. Nobody when none has an address, and never the actor himself.
 */
export async function keepersToTell(tx: Tx, ctx: Context | SystemContext, file: File): Promise<Envelope[]> {
  const today = parisDate(ctx.now)
  const day = dateColumn(today)
  const seated = { OR: [{ suspendedFrom: null }, { suspendedFrom: { gt: day } }, { suspendedUntil: { lt: day } }] }
  const [involved, mandates] = await Promise.all([
    involvedMembers(tx, file),
    tx.mandate.findMany({
      where: { ...lasting(today), member: seated },
      select: { memberId: true, office: true },
    }),
  ])
  const free = mandates.filter(({ memberId }) => !involved.has(memberId))
  const offices: readonly string[] = POWERS['discipline.manage'].offices
  const leading = free.filter(({ office }) => offices.includes(office))
  const memberIds = [...new Set((leading.length > 0 ? leading : free).map(({ memberId }) => memberId))]
  const people = await recipients(tx, { memberIds, body: 'bureau', on: today })
  return people
    .filter(({ channel, accountId }) => channel === 'MAIL' && (ctx.actor === null || accountId !== ctx.actor.accountId))
    .map(({ address, name, accountId }) => ({ to: { address, name }, accountId }))
}
