import { StatusBadge, type BadgeTone } from '~/ui/status-badge'
import { STATE_LABELS, type MemberState } from '../member-state'

const tones: Record<MemberState, BadgeTone> = {
  member: 'success',
  suspended: 'warning',
  left: 'neutral',
  coming: 'neutral',
}

export function MemberStateBadge({ state }: { state: MemberState }) {
  return <StatusBadge tone={tones[state]}>{STATE_LABELS[state]}</StatusBadge>
}
