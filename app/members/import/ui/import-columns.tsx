import { RadioGroup, SelectField } from '~/ui/form'
import { list } from '~/ui/format'
import { StatusBadge, type BadgeTone } from '~/ui/status-badge'
import type { PassedRow, Question } from '~/platform/spreadsheet/table'
import { FIELDS, MEANINGS } from '../column-names'
import type { ColumnWhy } from '../columns'
import type { ShownColumn } from '../columns-page.query.server'

const WHY: Record<ColumnWhy, { word: string; tone: BadgeTone } | null> = {
  known: null,
  answered: null,
  'left out': { word: 'laissée de côté', tone: 'neutral' },
  unknown: { word: 'inconnue', tone: 'turn' },
  payer: { word: 'd’une autre personne que le membre', tone: 'neutral' },
  reference: { word: 'd’une commande, pas du membre', tone: 'neutral' },
  second: { word: 'déjà lue dans une autre colonne', tone: 'neutral' },
}

const MEANING_CHOICES = FIELDS.map((value) => ({ value, label: MEANINGS[value] }))

/** What the file leaves open, one group of choices a question; what was guessed is ticked. */
export function FileQuestions({ questions }: { questions: readonly Question[] }) {
  return questions.map(({ id, question, choices, taken }) => (
    <RadioGroup
      key={id}
      name={`q:${id}`}
      id={`question-${id.replace(/\W/g, '-')}`}
      label={question}
      choices={choices}
      defaultValue={taken ?? undefined}
    />
  ))
}

/** Each column of the file: what it holds, and what it is read as. */
export function FileColumns({ columns, fault }: { columns: readonly ShownColumn[]; fault: string | null }) {
  return (
    <ol className="divide-y divide-rule border-y border-rule" id="columns">
      {columns.map((column, rank) => (
        <li key={column.index} className="grid gap-x-8 gap-y-2 py-4 sm:grid-cols-2">
          <div className="min-w-0 break-words">
            <p className="font-semibold">
              {column.name || `Colonne ${column.index + 1}, sans nom`} <Why why={column.why} />
            </p>
            <p className="text-muted">
              {column.samples.length > 0 ? list(column.samples.map((each) => `« ${each} »`)) : 'Toujours vide'}
            </p>
          </div>
          <SelectField
            name={`column:${column.index}`}
            id={`column-${column.index}`}
            label={
              <>
                Lue comme<span className="sr-only"> ({column.name || `colonne ${column.index + 1}`})</span>
              </>
            }
            defaultValue={column.field ?? 'no'}
            choices={[{ value: 'no', label: 'Ne pas reprendre' }, ...MEANING_CHOICES]}
            errors={fault && rank === 0 ? [fault] : undefined}
          />
        </li>
      ))}
    </ol>
  )
}

function Why({ why }: { why: ColumnWhy }) {
  const said = WHY[why]
  return said ? <StatusBadge tone={said.tone}>{said.word}</StatusBadge> : null
}

const PASSED: Record<PassedRow['why'], string> = {
  'before the header': 'avant l’en-tête',
  blank: 'vide',
  'header again': 'en-tête répété',
  total: 'total',
  'remark at the end': 'remarque en fin de fichier',
}

/** The rows that hold nobody, said with their text: nothing is dropped in silence. */
export function PassedRows({ passed }: { passed: readonly PassedRow[] }) {
  if (passed.length === 0) return null
  const shown = passed.filter(({ why }) => why !== 'blank').slice(0, 20)
  const blank = passed.filter(({ why }) => why === 'blank').length
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">
        {passed.length < 2 ? '1 ligne du fichier n’est pas lue' : `${passed.length} lignes du fichier ne sont pas lues`}
      </summary>
      <ul className="list-disc pl-6">
        {shown.map(({ line, text, why }) => (
          <li key={line} className="break-words">
            Ligne {line} ({PASSED[why]})&nbsp;: {text}
          </li>
        ))}
        {blank > 0 ? <li>{blank < 2 ? '1 ligne vide' : `${blank} lignes vides`}</li> : null}
      </ul>
    </details>
  )
}
