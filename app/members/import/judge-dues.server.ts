import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import type { Draft } from './draft'
import type { DuesLine, DuesSide, DuesTotals } from './dues-side'

/** Writes into the sound drafts what the dues say of them, and counts what would be opened and taken over. */
export async function judgeDues(tx: Tx, ctx: Context, drafts: Draft[], dues: DuesSide): Promise<DuesTotals> {
  const lines = drafts.flatMap((draft, key) => duesLine(draft, key) ?? [])
  const totals: DuesTotals = { opened: 0, paid: 0, paidCents: 0 }
  for (const { key, faults, notes, opens, takeOver } of await dues.judge(tx, ctx, lines)) {
    const draft = drafts[key]
    if (!draft) continue
    draft.faults.push(...faults)
    draft.notes.push(...notes)
    if (faults.length > 0) continue
    draft.takeOver = takeOver
    totals.opened += opens.length
    totals.paid += takeOver ? 1 : 0
    totals.paidCents += takeOver?.cents ?? 0
  }
  return totals
}

function duesLine({ line, before, creation, faults, asked }: Draft, key: number): DuesLine | null {
  if (faults.length + asked.length > 0) return null
  const cells = line.dues
  if (before) {
    const { id, category, admittedOn, leftOn } = before
    return { key, memberId: id, category, admittedOn: isoDate(admittedOn), left: leftOn !== null, cells }
  }
  if (!creation) return null
  const { category, admittedOn, leaving } = creation
  return { key, memberId: null, category, admittedOn, left: Boolean(leaving), cells }
}
