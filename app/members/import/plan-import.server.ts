import { statutesInForce } from '~/association/in-force.server'
import type { MemberImport } from '~/generated/prisma/client'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { unreadable, type Answers, type PassedRow, type Question } from '~/platform/spreadsheet/table'
import type { IdentityChange } from '../register/change-members.server'
import { findConflicts, type Unique } from '../identity/conflicts.server'
import { fold } from '~/platform/folding'
import type { NewMember } from '../register/new-member'
import { answersSchema } from './answers'
import { namesSomebody, speaksOfDues, type Columns } from './columns'
import { draftOf, type Draft } from './draft'
import type { DuesSide, DuesToTakeOver, DuesTotals } from './dues-side'
import { judgeDues } from './judge-dues.server'
import { numbersQuestion } from './far-numbers'
import { fileFacts } from './file-facts'
import { matchMembers, NOBODY } from './match-members.server'
import { namesakesQuestion } from './namesakes'
import { openFile } from './open-file.server'
import type { ConsentChange } from './plan-line'
import { plannedLine, type LineOutcome, type PlannedLine } from './planned-line.server'
import { readLine } from './read-line'

/** What each line ends as, and the rows that hold nothing to read: together, the rows of the file below or above its header. */
export type Counts = Record<LineOutcome | 'passed', number>
export type ImportPlan = {
  form: string
  columns: Columns
  questions: Question[]
  passed: PassedRow[]
  header: readonly string[]
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
  /** what was answered about the file, its columns included */
  answers?: Answers
}
type Kept = Pick<MemberImport, 'fileName' | 'defaultCategory' | 'defaultAdmitted' | 'answers'>

/** A kept file as it is planned again. */
export const sourceOf = (
  { fileName, defaultCategory, defaultAdmitted, answers }: Kept,
  bytes: Uint8Array,
): ImportSource => ({
  bytes,
  fileName,
  defaultCategory,
  defaultAdmitted: defaultAdmitted && isoDate(defaultAdmitted),
  answers: answersSchema.parse(answers),
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
  const { answers = {} } = source
  const { table, columns } = await openFile(source.bytes, answers)
  if (!namesSomebody(columns))
    throw unreadable('Aucune colonne de nom n’est reconnue : dites laquelle donne le nom, ou partez du modèle.')
  const today = parisDate(ctx.now)
  const { statutes } = await statutesInForce(tx, today)
  const { bodies, ...numbered } = await registerFacts(tx)
  const register = { ...numbered, lineCount: table.rows.length }
  const file = fileFacts(table.rows, columns, { today, answers, bodies })
  const facts = {
    ...source,
    ...file,
    today,
    statutes,
    bodies,
    categories: statutes.categories,
    source: `fichier ${source.fileName}`,
  }
  const asRead = table.rows.map((row, index) => readLine(row, index, columns, facts))
  const numbers = numbersQuestion(asRead, register, answers)
  const read = numbers.taken === 'drop' ? asRead.map((line) => ({ ...line, number: null })) : asRead
  const matches = await matchMembers(tx, read)
  const namesakes = namesakesQuestion(matches, answers)
  const farNumbers = numbers.taken === 'take' ? ('take' as const) : null
  const settled = { ...facts, ...register, farNumbers, namesakes: namesakes.taken }
  const drafts = read.map((line, index) => draftOf(line, matches[index] ?? NOBODY, settled))
  await judgeTogether(tx, drafts)
  const judged = dues && (await judgeDues(tx, ctx, drafts, dues))
  const lines = drafts.map(plannedLine)
  return {
    form: table.form,
    columns,
    questions: [
      ...table.questions,
      ...file.questions,
      ...[numbers.question, namesakes.question].flatMap((each) => each ?? []),
    ],
    passed: table.passed,
    header: table.header?.cells ?? [],
    lines,
    counts: { ...countsOf(lines), passed: table.passed.length },
    creations: drafts.flatMap((draft) => (isSound(draft) && draft.creation ? [draft.creation] : [])),
    changes: drafts.flatMap((draft, index) =>
      isSound(draft) && draft.before && draft.change && lines[index]?.outcome === 'change'
        ? [{ before: draft.before, ...draft.change }]
        : [],
    ),
    ...duesOf(drafts, judged),
    duesUnread: dues === null && speaksOfDues(columns),
  }
}

function duesOf(drafts: Draft[], totals: DuesTotals | null): Pick<ImportPlan, 'dues' | 'taken'> {
  const created = drafts.filter((draft) => isSound(draft) && draft.creation)
  const rank = new Map(created.map((draft, index) => [draft, index]))
  const taken = drafts.flatMap((draft) => {
    if (!draft.takeOver || !isSound(draft)) return []
    return [{ ...draft.takeOver, creation: rank.get(draft) ?? null, memberId: draft.before?.id ?? null }]
  })
  return { dues: totals, taken }
}

/** What the lines may not share with each other nor with recorded members. */
async function judgeTogether(tx: Tx, drafts: Draft[]): Promise<void> {
  const seen = new Map<string, number>()
  for (const draft of drafts) {
    const { line, before, faults } = draft
    if (!before || !isSound(draft)) continue
    const first = seen.get(before.id)
    if (first === undefined) seen.set(before.id, line.line)
    else faults.push(`Ce membre est déjà à la ligne ${first}.`)
  }
  const sound = drafts.filter(isSound)
  const conflicts = await findConflicts(tx, sound.map(uniqueOf))
  sound.forEach(({ faults }, index) => faults.push(...(conflicts[index] ?? []).map(({ message }) => message)))
}

function uniqueOf({ line, before, creation, change }: Draft): Unique {
  const where = `la ligne ${line.line}`
  if (before && change) return { ...change.identity, where, memberId: before.id, number: before.number }
  return { ...creation, kind: line.kind, where }
}

function countsOf(lines: readonly PlannedLine[]): Record<LineOutcome, number> {
  const counts = { create: 0, change: 0, same: 0, asked: 0, refused: 0 }
  for (const { outcome } of lines) counts[outcome] += 1
  return counts
}

const isSound = ({ faults, asked }: Draft): boolean => faults.length + asked.length === 0

/** What the register says against which a file is read. */
async function registerFacts(tx: Tx) {
  const { _max, _count } = await tx.member.aggregate({ _max: { number: true }, _count: true })
  const bodies = await tx.member.findMany({ where: { kind: 'BODY' }, select: { number: true, legalName: true } })
  return {
    lastNumber: _max.number ?? 0,
    memberCount: _count,
    bodies: new Map(bodies.map(({ number, legalName }) => [number, fold(legalName ?? '')])),
  }
}
