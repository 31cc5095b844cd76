import type { Context } from '~/platform/context'
import { may } from '~/platform/permissions'

/**
 * How the actor may look at the file of one dues: `concerned`: the member himself; `manages`: an officer who keeps the dues;
 * `decides`: a person who is called to a meeting that has the case on its agenda, or prepares it. Null: it does not exist for
 * him.
 */
export async function caseView(
  ctx: Context,
  { id, memberId }: { id: string; memberId: string },
): Promise<'concerned' | 'manages' | 'decides' | null> {
  if (may(ctx.actor, 'dues.manage')) return 'manages'
  const own = ctx.actor.actingFor.map((each) => each.memberId)
  if (own.includes(memberId)) return 'concerned'
  const prepares = may(ctx.actor, 'meetings.prepare')
  const [found] = await ctx.db.$queryRaw<{ one: number }[]>`
    select 1 as one from "Resolution" r join "Meeting" g on g.id = r."meetingId"
     where r.effect ->> 'kind' = 'remove-member' and r."duesId" = ${id}::uuid and g.state <> 'CANCELLED'
       and (${prepares}::boolean or (g.state <> 'DRAFT' and exists (
         select 1 from "ElectorateEntry" e where e."meetingId" = g.id and e.attends and e."memberId" = any(${own}::uuid[]))))
     limit 1`
  return found ? 'decides' : null
}
