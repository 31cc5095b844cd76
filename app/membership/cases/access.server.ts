import type { Context } from '~/platform/context'
import { may, sitsInBureau } from '~/platform/permissions'
import { forbidden } from '~/platform/refusal'

type Named = { memberId: string; organ: string }

/**
 * How the actor may look at a case: `concerned`, the member himself (never as an officer); `conducts`, who leads the
 * procedure; `decides`, who sits in the deciding Bureau. Null: it does not exist for him.
 */
export function viewOf(ctx: Context, { memberId, organ }: Named): 'concerned' | 'conducts' | 'decides' | null {
  if (ctx.actor.actingFor.some((own) => own.memberId === memberId)) return 'concerned'
  if (may(ctx.actor, 'discipline.manage')) return 'conducts'
  return organ === 'bureau' && sitsInBureau(ctx.actor) ? 'decides' : null
}

/** 403 unless the actor leads the procedure and is not the member concerned. */
export function demandConduct(ctx: Context, concerned: Named): void {
  if (viewOf(ctx, concerned) !== 'conducts') throw forbidden()
}
