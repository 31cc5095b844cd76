import { may, type Power } from './permissions'
import type { Context, SystemContext } from './context'
import { forbidden } from './refusal'

/** Throws (403) unless the actor holds the power today; the system itself always may. */
export function demandPower(ctx: Context | SystemContext, power: Power): void {
  if (ctx.actor && !may(ctx.actor, power)) throw forbidden()
}
