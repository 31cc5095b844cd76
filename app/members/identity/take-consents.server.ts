import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { consentRow } from '../register/new-member-rows'

type Taken = { memberId: string; given: boolean; on: string }

/** Answers about electronic convocation that come with an admission or a file (`source`): appended, and in force from then on. */
export async function takeConsents(tx: Tx, ctx: Context, taken: readonly Taken[], source: string): Promise<void> {
  if (taken.length === 0) return
  await tx.consent.createMany({ data: taken.map((each) => consentRow(ctx, { ...each, source })) })
  const rows = taken.map(({ memberId, given, on }) => ({ memberId, on: given ? dateColumn(on) : null }))
  await tx.$executeRaw`
    update "Member" m set "convocationConsentOn" = x."on"
      from json_to_recordset(${JSON.stringify(rows)}::json) x("memberId" uuid, "on" date) where m.id = x."memberId"`
}
