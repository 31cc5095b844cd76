import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type BadgeTone = 'neutral' | 'turn' | 'refusal' | 'success' | 'warning'

const tones: Record<BadgeTone, { icon: IconName | null; box: string }> = {
  neutral: { icon: null, box: 'border-rule-strong text-ink' },
  turn: { icon: 'turn', box: 'border-turn-mark bg-turn-soft text-turn' },
  refusal: { icon: 'refusal', box: 'border-danger bg-danger-soft text-danger' },
  success: { icon: 'check', box: 'border-accent/50 bg-accent-soft text-accent' },
  warning: { icon: 'warning', box: 'border-ink bg-sunken text-ink' },
}

/** A state in one or two words, with its shape. */
export function StatusBadge({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) {
  const { icon, box } = tones[tone]
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-control border px-1.5 text-[0.875rem] leading-6 ${box}`}
    >
      {icon ? <Icon name={icon} size={14} /> : null}
      {children}
    </span>
  )
}
