import type { Actor } from '~/platform/context'
import { may } from '~/platform/permissions'

/** Whether receipts and attestations of a member are open to the actor: his own, or he keeps the dues. */
export const mayRead = (actor: Actor, memberId: string): boolean =>
  actor.actingFor.some((own) => own.memberId === memberId) || may(actor, 'dues.manage')
