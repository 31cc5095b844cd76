import { may, type Power } from '~/platform/permissions'
import type { Context, SystemContext } from '~/platform/context'
import { forbidden } from '~/platform/refusal'

/** Throws (403) unless the actor holds the power today; the system itself always may. */
export function demandPower(ctx: Context | SystemContext, power: Power): void {
  if (ctx.actor && !may(ctx.actor, power)) throw forbidden()
}
