import { removeUntouchedDues } from '~/dues/remove-untouched.server'
import type { Member } from '~/generated/prisma/client'
import { changeMembers } from '~/members/register/change-members.server'
import { findConflicts } from '~/members/identity/conflicts.server'
import { markUndone, takeBackMembers } from '~/members/import/take-back.server'
import { writtenSchema, type Written } from '~/members/import/written'
import { lockMembers } from '~/members/register/lock.server'
import { demandOwnAddress } from '~/members/identity/own-address.server'
import { identitySchema, type Identity } from '~/members/identity/member.form'
import { demandPower } from '~/platform/demand-power.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { notFound, Refusal } from '~/platform/refusal'
import { undoObstacles } from './undo-obstacles.server'

/**
 * Undoes an import while nothing rests on it: the members that it created leave the register with their admission, dues and account;
 * the others get back the identity that they had. Consents that it recorded of others stay: they are facts. Pressed twice, it answers
 * the same. Refused (409) with the first of what rests on it, (404) when there is no such import to undo.
 */
export async function undoImport(ctx: Context, importId: string): Promise<void> {
  demandPower(ctx, 'members.write')
  await transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    const kept = await tx.memberImport.findUnique({ where: { id: importId } })
    if (!kept?.appliedAt || !kept.written) throw notFound()
    if (kept.undoneAt) return
    const written = writtenSchema.parse(kept.written)
    const [obstacle] = await undoObstacles(tx, { appliedAt: kept.appliedAt, written })
    if (obstacle) throw new Refusal(`Cet import ne s’annule plus : ${obstacle.who}, ${obstacle.why}.`)
    await removeUntouchedDues(tx, written.created)
    await takeBackMembers(tx, { importId, appliedAt: kept.appliedAt, created: written.created })
    await restore(tx, ctx, written)
    await markUndone(tx, ctx, importId)
    await journal(tx, ctx, {
      act: 'members.import-undone',
      subject: 'MemberImport',
      subjectId: importId,
      details: { removed: written.created.length, restored: written.changed.length },
    })
  })
}

async function restore(tx: Tx, ctx: Context, { changed }: Written): Promise<void> {
  const members = await tx.member.findMany({ where: { id: { in: changed.map(({ memberId }) => memberId) } } })
  const before = new Map(changed.map((each) => [each.memberId, each.before]))
  const changes = members.map((member) => ({
    before: member,
    identity: identityBefore(member, before.get(member.id) ?? {}),
  }))
  const unique = changes.map(({ before: member, identity }) => ({
    ...identity,
    where: member.label,
    memberId: member.id,
    number: member.number,
  }))
  const [conflict] = (await findConflicts(tx, unique)).flat()
  if (conflict) throw new Refusal(`Cet import ne s’annule plus : ${conflict.message}`)
  await demandOwnAddress(tx, ctx, changes)
  await changeMembers(tx, ctx, changes)
}

function identityBefore({ kind }: Member, before: Record<string, string | null>): Identity {
  const said = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== null))
  return identitySchema.parse({ ...said, kind })
}
