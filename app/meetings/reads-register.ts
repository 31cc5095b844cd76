import type { Actor } from '~/platform/context'
import { may } from '~/platform/permissions'

/** What of the register opens to this person: all of it, the minutes of assemblies and of what he was called to, or nothing. */
export function readsRegister(actor: Actor): 'all' | 'called' | null {
  if (may(actor, 'register.read') || may(actor, 'minutes.write')) return 'all'
  return actor.actingFor.length > 0 ? 'called' : null
}
