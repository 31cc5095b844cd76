import { mayRecordEnd } from '~/offices/end-mandate.server'
import { mayRecordReplacement } from '~/offices/record-replacement.server'
import type { Actor } from '~/platform/context'
import { may, sitsInBureau } from '~/platform/permissions'
import type { FactKind } from './facts'

/** Whether the actor may propose a fact of that kind: a member of the Bureau whose office keeps such records. */
export function mayPropose(actor: Actor, kind: FactKind): boolean {
  if (!sitsInBureau(actor)) return false
  switch (kind) {
    case 'member':
    case 'import':
    case 'identity':
    case 'category':
    case 'return':
    case 'departure':
    case 'representative':
    case 'representative-end':
      return may(actor, 'members.write')
    case 'mandate':
      return mayRecordEnd(actor)
    // whoever sits may ask that his own departure, dated before today, be recorded
    case 'mandate-end':
      return true
    case 'replacement':
      return mayRecordReplacement(actor)
    case 'internal-rules':
      return may(actor, 'association.write')
    case 'dues':
      return may(actor, 'dues.manage')
  }
}
