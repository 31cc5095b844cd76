import type { MeetingFacts } from '~/meetings/session/facts.server'
import type { Count } from './box/box'

export type CastingVoter = { memberId: string; label: string; recused: boolean }

/**
 * 13.2-d, 10-a: the person whose voice settles a tie. It is the President when he is present or has voted, else the vice-president who
 * presides in his place; null when there is neither. `recused`: the vote involves that person; a tie then stands, and nobody
 * replaces him for it (4.24).
 */
export function castingVoter(
  facts: Pick<MeetingFacts, 'rights' | 'present' | 'meeting'>,
  voters: Count['voters'],
  involved: ReadonlySet<string>,
): CastingVoter | null {
  const president = facts.rights.find((right) => right.president)
  const takesPart = (id: string) =>
    facts.present.some(({ memberId }) => memberId === id) || voters.some(({ voterId }) => voterId === id)
  const caster = ({ id, label }: { id: string; label: string }) => ({ memberId: id, label, recused: involved.has(id) })
  if (president && takesPart(president.id)) return caster(president)
  const chair = facts.rights.find((right) => right.id === facts.meeting.chairMemberId)
  return chair && chair.id !== president?.id ? caster(chair) : null
}

/** The vote that he cast himself in his own name; null for any other (a proxy in either direction, blank, none). */
export function ownSide(caster: CastingVoter | null, voters: Count['voters']): 'for' | 'against' | null {
  const own = voters.find(({ memberId, voterId }) => memberId === caster?.memberId && voterId === memberId)
  if (own?.choice === 'FOR') return 'for'
  return own?.choice === 'AGAINST' ? 'against' : null
}
