import type { Actor } from '~/platform/context'
import { may } from '~/platform/permissions'

/** What of the register opens to this person: all of it, the minutes of assemblies (every member), or nothing. */
export function readsRegister(actor: Actor): 'all' | 'assemblies' | null {
  if (may(actor, 'register.read')) return 'all'
  return actor.actingFor.length > 0 ? 'assemblies' : null
}
