import type { z } from 'zod'
import { reopenDues } from '~/dues/close-dues.server'
import { openMissingDues } from '~/dues/open-missing-dues.server'
import { conveneNewcomers } from '~/meetings/convene/convene-newcomers.server'
import { demandOrigin } from '~/members/register/demand-origin.server'
import { originColumns } from '~/members/register/origin'
import { restrictMember } from '~/members/register/restrict-member.server'
import { demandPower } from '~/platform/demand-power.server'
import { recordMemberEvent, type NewMemberEvent } from '~/members/register/record-member-event.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import type { readmissionSchema } from './readmission.form'

/**
 * 6.2-a: takes over, while the association is being installed, that a member who left was admitted again. Refused (409): an
 * installation that is closed, a name that was erased, a membership that lasts.
 */
export async function readmitMember(
  ctx: Context,
  input: z.output<typeof readmissionSchema> & { memberId: string },
): Promise<void> {
  demandPower(ctx, 'members.write')
  await transact(ctx.db, async (tx) => {
    await demandOrigin(tx, { kind: 'installation' })
    await demandNamed(tx, input.memberId)
    await readmit(tx, ctx, { ...input, ...originColumns({ kind: 'installation' }) })
  })
}

/** Refused (409) when the name of a former member has been erased. */
export async function demandNamed(tx: Tx, memberId: string): Promise<void> {
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { anonymisedOn: true } })
  if (!member) throw notFound()
  if (member.anonymisedOn)
    throw new Refusal('Les données de cet ancien membre ont été effacées : enregistrez-le comme un nouveau membre.')
}

/**
 * What a readmission brings, in the transaction of whoever has judged the right to it: the event (its seniority starts again), the
 * data of a member, and the dues of a period still running that the departure had closed. Refused (409) while it is a member.
 */
export async function readmit(tx: Tx, ctx: Context, input: Omit<NewMemberEvent, 'kind'>): Promise<void> {
  await recordMemberEvent(tx, ctx, { ...input, kind: 'ADMITTED' })
  await restrictMember(tx, input.memberId, null)
  await reopenDues(tx, ctx, input.memberId)
  await openMissingDues(tx, ctx)
  await conveneNewcomers(tx, ctx)
}
