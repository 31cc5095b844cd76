import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import type { DuesCells, PastMethod } from './dues-cells'

/** A sound line, as the dues must know it. */
export type DuesLine = {
  /** rank of the line among those given: what it is answered under */
  key: number
  /** the recorded member that it speaks of */
  memberId: string | null
  category: string
  admittedOn: string
  /** already gone: nothing is asked of him any more */
  left: boolean
  cells: DuesCells
}

/** Money to be written for one line, in cents. */
export type DuesToTakeOver = {
  key: number
  year: number
  cents: number
  /** what was still to be paid before it */
  lackingCents: number
  on: string
  method: PastMethod
  reference: string | null
}

export type DuesVerdict = {
  key: number
  faults: string[]
  notes: string[]
  /** dues that the line opens, in cents by year */
  opens: { year: number; cents: number }[]
  takeOver: DuesToTakeOver | null
}

export type DuesTotals = { opened: number; paid: number; paidCents: number }

/**
 * What the dues make of a file of members. The dues stand above the members in the house: who runs an import from above gives it
 * this; without it the columns of the dues are not read.
 */
export type DuesSide = {
  judge: (tx: Tx, ctx: Context, lines: DuesLine[]) => Promise<DuesVerdict[]>
  /** Opens what is owed and writes what was paid; `memberId` of each line once written. */
  write: (
    tx: Tx,
    ctx: Context,
    taken: (DuesToTakeOver & { memberId: string })[],
    options: { receipts: boolean },
  ) => Promise<DuesTotals>
}
