import { statutesInForce } from '~/association/in-force.server'
import { isInstalling } from '~/association/installation/is-installing.server'
import type { MemberImport } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { readTable } from '~/platform/spreadsheet/read-table.server'
import { unreadable } from '~/platform/spreadsheet/table'
import type { IdentityChange } from '../change-members.server'
import { findConflicts, type Unique } from '../conflicts.server'
import type { NewMember } from '../new-member'
import { memberField, namesSomebody, readHeader, speaksOfDues } from './columns'
import { draftOf, type Draft } from './draft'
import type { DuesSide, DuesToTakeOver, DuesTotals } from './dues-side'
import { judgeDues } from './judge-dues.server'
import { matchMembers } from './match-members.server'
import type { ConsentChange } from './plan-line'
import { plannedLine, type LineOutcome, type PlannedLine } from './planned-line.server'
import { readLine } from './read-line'
import { refuseEntries } from './refuse-entries.server'

export type Counts = Record<LineOutcome, number>
export type ImportPlan = {
  form: string
  ignored: string[]
  lines: PlannedLine[]
  counts: Counts
  creations: NewMember[]
  changes: (IdentityChange & { consent: ConsentChange | null })[]
  /** null: the file says nothing of dues, or nobody here may read it */
  dues: DuesTotals | null
  duesUnread: boolean
  /** what was paid, by the creation (its rank) or the member that it is for */
  taken: (DuesToTakeOver & { creation: number | null; memberId: string | null })[]
}
export type ImportSource = {
  bytes: Uint8Array
  fileName: string
  defaultCategory: string | null
  defaultAdmitted: string | null
}
type Kept = Pick<MemberImport, 'fileName' | 'defaultCategory' | 'defaultAdmitted'>

/** A kept file as it is planned again. */
export const sourceOf = ({ fileName, defaultCategory, defaultAdmitted }: Kept, bytes: Uint8Array): ImportSource => ({
  bytes,
  fileName,
  defaultCategory,
  defaultAdmitted: defaultAdmitted && isoDate(defaultAdmitted),
})

/**
 * What a file would do, line by line; writes nothing. Without `dues`, its columns of dues are left alone. Refused (400) when it
 * is no list of members.
 */
export async function planImport(
  tx: Tx,
  ctx: Context,
  source: ImportSource,
  dues: DuesSide | null = null,
): Promise<ImportPlan> {
  const table = await readTable(source.bytes, { vocabulary: memberField })
  const columns = readHeader(table.header?.cells ?? [])
  if (!namesSomebody(columns))
    throw unreadable(
      'Aucune colonne de nom n’est reconnue. La première ligne nomme les colonnes : nom, prenom, email… Le modèle les donne toutes.',
    )
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(tx, today)
  const facts = { ...source, today, statutes, categories: statutes.categories, source: `fichier ${source.fileName}` }
  const read = table.rows.map((row) => readLine(row, columns, facts))
  const matches = await matchMembers(tx, read)
  const drafts = read.map((line, index) =>
    draftOf(line, matches[index] ?? { member: null, faults: [], notes: [] }, facts),
  )
  refuseEntries(drafts, await isInstalling(tx))
  await judgeTogether(tx, drafts)
  const judged = dues && (await judgeDues(tx, ctx, drafts, dues))
  const lines = drafts.map(plannedLine)
  return {
    form: table.form,
    ignored: columns.ignored,
    lines,
    counts: countsOf(lines),
    creations: drafts.flatMap(({ faults, creation }) => (faults.length === 0 && creation ? [creation] : [])),
    changes: drafts.flatMap(({ faults, before, change }, index) =>
      faults.length === 0 && before && change && lines[index]?.outcome === 'change' ? [{ before, ...change }] : [],
    ),
    ...duesOf(drafts, judged),
    duesUnread: dues === null && speaksOfDues(columns),
  }
}

function duesOf(drafts: Draft[], totals: DuesTotals | null): Pick<ImportPlan, 'dues' | 'taken'> {
  const created = drafts.filter(({ faults, creation }) => faults.length === 0 && creation)
  const rank = new Map(created.map((draft, index) => [draft, index]))
  const taken = drafts.flatMap((draft) => {
    if (!draft.takeOver || draft.faults.length > 0) return []
    return [{ ...draft.takeOver, creation: rank.get(draft) ?? null, memberId: draft.before?.id ?? null }]
  })
  return { dues: totals, taken }
}

/** What the lines may not share with each other nor with recorded members. */
async function judgeTogether(tx: Tx, drafts: Draft[]): Promise<void> {
  const seen = new Map<string, number>()
  for (const { line, before, faults } of drafts) {
    if (!before || faults.length > 0) continue
    const first = seen.get(before.id)
    if (first === undefined) seen.set(before.id, line.line)
    else faults.push(`Ce membre est déjà à la ligne ${first}.`)
  }
  const sound = drafts.filter(({ faults }) => faults.length === 0)
  const conflicts = await findConflicts(tx, sound.map(uniqueOf))
  sound.forEach(({ faults }, index) => faults.push(...(conflicts[index] ?? []).map(({ message }) => message)))
}

function uniqueOf({ line, before, creation, change }: Draft): Unique {
  const where = `la ligne ${line.line}`
  if (before && change) return { ...change.identity, where, memberId: before.id, number: before.number }
  return { ...creation, kind: line.kind, where }
}

function countsOf(lines: readonly PlannedLine[]): Counts {
  const counts: Counts = { create: 0, change: 0, same: 0, refused: 0 }
  for (const { outcome } of lines) counts[outcome] += 1
  return counts
}
