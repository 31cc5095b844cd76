import { Prisma } from '~/generated/prisma/client'
import type { Context, SystemContext } from './context'
import { dateFromInstant } from './dates'
import type { AccessKind } from './data-access'
import type { Db, Tx } from './db.server'

/** The same page of the same member, looked at again within this time, is one access. */
const SAME_LOOK_MINUTES = 15

type Access = { memberId: string | null; kind: AccessKind; details?: Prisma.InputJsonObject }

/**
 * Writes that personal data of someone else were seen or exported: who, in which quality, whose (null: many members at
 * once), what, when. Ids, no names. Nothing is written for one's own data, nor for the system.
 */
export async function recordAccess(
  db: Db | Tx,
  ctx: Context | SystemContext,
  { memberId, kind, details }: Access,
): Promise<void> {
  const { actor } = ctx
  if (!actor || (memberId !== null && actor.actingFor.some((own) => own.memberId === memberId))) return
  const at = dateFromInstant(ctx.now)
  const since = dateFromInstant(ctx.now.subtract({ minutes: SAME_LOOK_MINUTES }))
  const told = JSON.stringify({ as: qualityOf(actor), ...details })
  const again =
    memberId === null
      ? Prisma.sql`false`
      : Prisma.sql`exists (select 1 from "PersonalDataAccess" where "memberId" = ${memberId}::uuid and "seenById" = ${actor.accountId}::uuid
          and kind = ${kind} and details = ${told}::jsonb and at > ${since})`
  await db.$executeRaw`
    insert into "PersonalDataAccess" (at, "seenById", "memberId", kind, details)
    select ${at}, ${actor.accountId}::uuid, ${memberId}::uuid, ${kind}, ${told}::jsonb where not ${again}`
}

/** « secrétariat », « coordination »: in which quality the actor looked. */
function qualityOf({ offices, coordinator }: NonNullable<Context['actor']>): string {
  const held = [...new Set(offices.map(({ label }) => label))]
  if (held.length > 0) return held.join(', ')
  return coordinator ? 'coordination' : 'membre'
}
