import { euros, plural } from '~/ui/format'
import { StatusBadge, type BadgeTone } from '~/ui/status-badge'
import { DataTable, type Column } from '~/ui/table'
import type { DuesTotals } from '../dues-side'
import type { Counts } from '../plan-import.server'
import type { LineOutcome, PlannedLine } from '../planned-line.server'

export const OUTCOMES: Record<LineOutcome, { word: string; tone: BadgeTone }> = {
  create: { word: 'à créer', tone: 'success' },
  change: { word: 'à changer', tone: 'turn' },
  same: { word: 'sans changement', tone: 'neutral' },
  asked: { word: 'en attente', tone: 'turn' },
  refused: { word: 'refusée', tone: 'refusal' },
}

const columns: Column<PlannedLine>[] = [
  { key: 'label', header: 'Membre', cell: (line) => <Line {...line} /> },
  { key: 'line', header: 'Ligne', cell: ({ line }) => line, numeric: true },
  {
    key: 'outcome',
    header: 'Effet',
    cell: ({ outcome }) => <StatusBadge tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].word}</StatusBadge>,
  },
]

/** What each line would do, and why it would not. */
export function ImportLines({ lines }: { lines: readonly PlannedLine[] }) {
  return (
    <DataTable
      caption="Lignes du fichier"
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ line }) => String(line)}
    />
  )
}

/** Whom a line speaks of, then what is to be read of it. */
function Line({ label, line, faults, asked, notes, changes }: PlannedLine) {
  return (
    <>
      <span className="font-semibold">{label || `Ligne ${line}`}</span>
      {faults.length + asked.length + notes.length + changes.length > 0 ? (
        <Details {...{ faults, asked, notes, changes }} />
      ) : null}
    </>
  )
}

function Details({ faults, asked, notes, changes }: Pick<PlannedLine, 'faults' | 'asked' | 'notes' | 'changes'>) {
  return (
    <ul className="mt-1 space-y-1">
      {[...faults, ...asked].map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
      {changes.map(({ label, from, to }) => (
        <li key={label}>
          {label}&nbsp;: {from ? <del className="text-muted">{from}</del> : <span className="text-muted">vide</span>} →{' '}
          <ins className="font-semibold no-underline">{to || 'vide'}</ins>
        </li>
      ))}
      {notes.map((note) => (
        <li key={note} className="text-muted">
          {note}
        </li>
      ))}
    </ul>
  )
}

/** « 24 membres créés, 2 modifiés, 1 ligne refusée ». */
export function countsSentence({ create, change, same, asked, refused, passed }: Counts, done: boolean): string {
  const parts = [
    create > 0 || (change === 0 && refused === 0 && same === 0 && asked === 0)
      ? `${plural(create, 'membre')} ${done ? (create < 2 ? 'créé' : 'créés') : 'à créer'}`
      : '',
    change > 0 ? `${plural(change, 'membre')} ${done ? (change < 2 ? 'modifié' : 'modifiés') : 'à modifier'}` : '',
    same > 0 ? `${plural(same, 'ligne')} sans changement` : '',
    asked > 0 ? `${plural(asked, 'ligne')} en attente d’une réponse` : '',
    refused > 0 ? `${plural(refused, 'ligne refusée', 'lignes refusées')}` : '',
    passed > 0 ? `${plural(passed, 'ligne')} sans rien à lire` : '',
  ]
  return parts.filter(Boolean).join(', ')
}

/** « 24 cotisations s’ouvrent, 18 règlements repris (900,00 €). » */
export function duesSentence({ opened, paid, paidCents }: DuesTotals, done: boolean): string {
  const opens = `${plural(opened, 'cotisation')} ${done ? (opened < 2 ? 'ouverte' : 'ouvertes') : 'à ouvrir'}`
  const pays = `${plural(paid, 'règlement')} ${done ? 'repris' : 'à reprendre'}`
  return `${opens}, ${pays}${paid > 0 ? ` (${euros(paidCents)})` : ''}.`
}
