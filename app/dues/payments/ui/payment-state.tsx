import type { PaymentState } from '~/generated/prisma/enums'
import { StatusBadge, type BadgeTone } from '~/ui/status-badge'
import { STATE_WORDS } from '../method-words'

const TONES: Record<PaymentState, BadgeTone> = {
  OPEN: 'neutral',
  PROCESSING: 'neutral',
  PAID: 'success',
  FAILED: 'refusal',
  EXPIRED: 'neutral',
  CONTESTED: 'warning',
  REFUNDED: 'neutral',
  CANCELLED: 'neutral',
}

export const PaymentStateBadge = ({ state }: { state: PaymentState }) => (
  <StatusBadge tone={TONES[state]}>{STATE_WORDS[state]}</StatusBadge>
)
