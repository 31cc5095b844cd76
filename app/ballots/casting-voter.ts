import type { MeetingFacts } from '~/meetings/session/facts.server'
import type { Count } from './box/box'

export type CastingVoter = { memberId: string; label: string; recused: boolean }

/**
 * 13.2-d, 10-a: whose voice settles a tie: the President, or the vice-president who presides in his place when he neither
 * is there nor votes. Null when there is nobody. `recused`: the vote involves him, and a tie then stands (4.24); nobody takes
 * his place for that.
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

/** His own vote, cast by himself, for or against: never that of his givers, nor of who holds his proxy. */
export function ownSide(caster: CastingVoter | null, voters: Count['voters']): 'for' | 'against' | null {
  const own = voters.find(({ memberId, voterId }) => memberId === caster?.memberId && voterId === memberId)
  if (own?.choice === 'FOR') return 'for'
  return own?.choice === 'AGAINST' ? 'against' : null
}
