import type { Member } from '~/generated/prisma/client'
import type { Identity } from '../identity/member.form'
import type { NewMember } from '../register/new-member'
import type { DuesToTakeOver } from './dues-side'
import type { Match } from './match-members.server'
import { plannedChange, plannedCreation, type ConsentChange } from './plan-line'
import { isFarNumber, type NumberFacts } from './far-numbers'
import type { ReadLine } from './read-line'

/** One line while it is judged: what it would write, and why it may not. */
export type Draft = {
  line: ReadLine
  before: Member | null
  creation: NewMember | null
  change: { identity: Identity; consent: ConsentChange | null } | null
  takeOver: DuesToTakeOver | null
  faults: string[]
  /** what waits on an answer for the whole file */
  asked: string[]
  notes: string[]
  /** the family name changes: shown apart */
  renamed: boolean
}

/** What a line says on its own, of a member that it names or of one to create. */
export function draftOf(
  line: ReadLine,
  { member, faults, notes, namesake, renamed }: Match,
  facts: Parameters<typeof plannedCreation>[1] & NumberFacts & { namesakes: 'others' | null },
): Draft {
  const common = { line, takeOver: null, asked: [...line.asked], notes: [...line.notes, ...notes], renamed }
  const known = [...line.faults, ...faults]
  if (member) {
    const change = faults.length > 0 ? { value: null, faults: [] } : plannedChange(line, member, facts)
    return { ...common, before: member, creation: null, change: change.value, faults: [...known, ...change.faults] }
  }
  const creation = plannedCreation(line, facts)
  const asked = [
    ...common.asked,
    ...(namesake && facts.namesakes === null ? [`Du même nom que ${namesake} : est-ce une autre personne ?`] : []),
    ...(isFarNumber(line.number, facts) ? [`Est-ce le numéro de membre ${line.number} ?`] : []),
  ]
  const numbered = line.number === null ? [] : [`Numéro de membre ${line.number}.`]
  return {
    ...common,
    asked,
    notes: [...common.notes, ...numbered],
    before: null,
    creation: creation.value,
    change: null,
    faults: [...known, ...creation.faults],
  }
}
