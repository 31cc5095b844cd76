import { ownMemberships } from '~/members/register/own-memberships.server'
import type { Context } from '~/platform/context'
import { may } from '~/platform/permissions'

/** Whether receipts and attestations of a member are open to the actor: his own, even once he has left, or he keeps the dues. */
export async function mayRead(ctx: Context, memberId: string): Promise<boolean> {
  if (may(ctx.actor, 'dues.manage')) return true
  return (await ownMemberships(ctx)).some((own) => own.memberId === memberId)
}
