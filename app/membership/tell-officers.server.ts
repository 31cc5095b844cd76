import { association } from '~/association/in-force.server'
import { recipients } from '~/meetings/convene/recipients.server'
import { lasting } from '~/offices/mandates.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'

export type Envelope = { to: { address: string; name: string }; accountId: string | null }

/**
 * Where the association reads what concerns its members: the President and the secretary in office, but for the member
 * concerned; the association's own address when none of them has one.
 */
export async function officersToTell(
  tx: Tx,
  ctx: Pick<Context | SystemContext, 'now'>,
  { except = null }: { except?: string | null } = {},
): Promise<Envelope[]> {
  const today = parisDate(ctx.now)
  const mandates = await tx.mandate.findMany({
    where: { office: { in: ['president', 'secretary'] }, ...lasting(today) },
    select: { memberId: true },
  })
  const memberIds = mandates.map(({ memberId }) => memberId).filter((id) => id !== except)
  const people = await recipients(tx, { memberIds, body: 'bureau', on: today })
  const reached = people.filter(({ channel }) => channel === 'MAIL')
  if (reached.length > 0) return reached.map(({ address, name, accountId }) => ({ to: { address, name }, accountId }))
  const { email, name } = await association(tx)
  return [{ to: { address: email, name }, accountId: null }]
}
