import type { Member } from '~/generated/prisma/client'
import type { Identity } from '../member.form'
import type { NewMember } from '../new-member'
import type { DuesToTakeOver } from './dues-side'
import type { Match } from './match-members.server'
import { plannedChange, plannedCreation, type ConsentChange } from './plan-line'
import type { ReadLine } from './read-line'

/** One line while it is judged: what it would write, and why it may not. */
export type Draft = {
  line: ReadLine
  before: Member | null
  creation: NewMember | null
  change: { identity: Identity; consent: ConsentChange | null } | null
  takeOver: DuesToTakeOver | null
  faults: string[]
  notes: string[]
}

/** What a line says on its own, of a member that it names or of one to create. */
export function draftOf(
  line: ReadLine,
  { member, faults, notes }: Match,
  facts: Parameters<typeof plannedCreation>[1],
): Draft {
  const known = [...line.faults, ...faults]
  if (member) {
    const change = plannedChange(line, member, facts)
    return {
      line,
      before: member,
      creation: null,
      change: change.value,
      takeOver: null,
      faults: [...known, ...change.faults],
      notes,
    }
  }
  const creation = plannedCreation(line, facts)
  return {
    line,
    before: null,
    creation: creation.value,
    change: null,
    takeOver: null,
    faults: [...known, ...creation.faults],
    notes,
  }
}
