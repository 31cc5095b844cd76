import type { Tx } from '~/platform/db.server'

/** The members, among these, whose dues were paid, called or corrected: those dues stay. */
export async function membersWithTouchedDues(tx: Tx, memberIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    select distinct d."memberId" from "Dues" d
     where d."memberId" = any(${memberIds}::uuid[])
       and (d."paidCents" <> 0 or d.stage is not null or d."reopenedOn" is not null
            or exists (select 1 from "PaymentLine" l where l."duesId" = d.id)
            or exists (select 1 from "DuesStep" s where s."duesId" = d.id))`
  return rows.map(({ memberId }) => memberId)
}

/** Takes away the dues opened for members whose entry is undone; those of `membersWithTouchedDues` must not be among them. */
export async function removeUntouchedDues(tx: Tx, memberIds: readonly string[]): Promise<void> {
  await tx.dues.deleteMany({ where: { memberId: { in: [...memberIds] } } })
}
