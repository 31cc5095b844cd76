import type { MeetingFacts } from '~/meetings/session/facts.server'
import type { Count } from './box/box'

export type CastingVoter = { memberId: string; label: string }

/**
 * 13.2-d, 10-a: whose voice settles a tie: the President, or the vice-president who presides in his place when he neither
 * is there nor votes. Null when there is nobody.
 */
export function castingVoter(
  facts: Pick<MeetingFacts, 'rights' | 'present' | 'meeting'>,
  voters: Count['voters'],
): CastingVoter | null {
  const president = facts.rights.find((right) => right.president)
  const takesPart = (id: string) =>
    facts.present.some(({ memberId }) => memberId === id) || voters.some(({ voterId }) => voterId === id)
  if (president && takesPart(president.id)) return { memberId: president.id, label: president.label }
  const chair = facts.rights.find((right) => right.id === facts.meeting.chairMemberId)
  return chair && chair.id !== president?.id ? { memberId: chair.id, label: chair.label } : null
}

/** His own vote, cast by himself, for or against: never that of his givers, nor of who holds his proxy. */
export function ownSide(caster: CastingVoter | null, voters: Count['voters']): 'for' | 'against' | null {
  const own = voters.find(({ memberId, voterId }) => memberId === caster?.memberId && voterId === memberId)
  if (own?.choice === 'FOR') return 'for'
  return own?.choice === 'AGAINST' ? 'against' : null
}
