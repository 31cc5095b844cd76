import type { z } from 'zod'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { demandPower } from './permission.server'
import { recordMemberEvent } from './record-member-event.server'
import type { readmissionSchema } from './departure.form'

/** 6.2-a: a member who left is admitted again; its seniority starts again. Refused (409) while it still is a member. */
export async function readmitMember(
  ctx: Context,
  input: z.output<typeof readmissionSchema> & { memberId: string },
): Promise<void> {
  demandPower(ctx, 'members.write')
  await transact(ctx.db, (tx) => recordMemberEvent(tx, ctx, { ...input, kind: 'ADMITTED' }))
}
