import type { Member } from '~/generated/prisma/client'
import { isoDate } from '~/platform/dates'
import { plainDate } from '~/statutes/french'
import { euros } from '~/ui/format'
import { changedFields } from '../register/change-members.server'
import type { Draft } from './draft'
import { PAST_METHOD_WORDS } from './dues-cells'
import type { DuesToTakeOver } from './dues-side'
import { FIELD_LABELS } from './field-labels'

export type LineOutcome = 'create' | 'change' | 'same' | 'asked' | 'refused'
export type PlannedLine = {
  line: number
  /** its cells, to be given back when it is not taken */
  cells: readonly string[]
  label: string
  outcome: LineOutcome
  memberId: string | null
  changes: { label: string; from: string; to: string }[]
  faults: string[]
  /** what waits on an answer for the whole file */
  asked: string[]
  notes: string[]
  renamed: boolean
}

/** A line once judged, as the trial shows it: what changes, from what to what. */
export function plannedLine({ line, before, change, takeOver, faults, asked, notes, renamed }: Draft): PlannedLine {
  const sound = faults.length === 0
  const changes = [
    ...(before && change && sound ? changesOf(before, change) : []),
    ...(takeOver && sound ? [paidChange(takeOver)] : []),
  ]
  const outcome =
    faults.length > 0
      ? 'refused'
      : asked.length > 0
        ? 'asked'
        : !before
          ? 'create'
          : changes.length > 0
            ? 'change'
            : 'same'
  return {
    line: line.line,
    cells: line.cells,
    label: line.label || (before?.label ?? ''),
    outcome,
    memberId: before?.id ?? null,
    changes,
    faults,
    asked,
    notes,
    renamed: renamed && sound && changes.length > 0,
  }
}

function changesOf(before: Member, { identity, consent }: NonNullable<Draft['change']>) {
  const recorded: Record<string, unknown> = { ...before, bornOn: before.bornOn && isoDate(before.bornOn) }
  const next: Record<string, unknown> = identity
  const fields = changedFields(before, identity).map((field) => ({
    label: FIELD_LABELS[field] ?? field,
    from: shown(recorded[field]),
    to: shown(next[field]),
  }))
  if (!consent) return fields
  return [
    ...fields,
    {
      label: 'Convocation par courriel',
      from: consent.given ? 'pas d’accord' : 'accord donné',
      to: `${consent.given ? 'accord' : 'retrait'} du ${plainDate(consent.on)}`,
    },
  ]
}

const paidChange = ({ year, cents, lackingCents, on, method }: DuesToTakeOver) => {
  const rest = lackingCents > cents ? ` ; ${euros(lackingCents - cents)} restent dus` : ''
  return {
    label: `Cotisation ${year}`,
    from: `${euros(lackingCents)} dus`,
    to: `${euros(cents)} réglés le ${plainDate(on)} par ${PAST_METHOD_WORDS[method]}${rest}`,
  }
}

const shown = (value: unknown) => (typeof value === 'string' ? value : '')
