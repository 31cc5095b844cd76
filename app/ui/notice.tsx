import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type NoticeTone = 'info' | 'turn' | 'refusal' | 'success' | 'warning'

const tones: Record<NoticeTone, { icon: IconName; word: string; box: string; head: string }> = {
  info: { icon: 'info', word: 'À savoir', box: 'border-l-4 border-rule-strong bg-sunken', head: 'text-ink' },
  turn: { icon: 'turn', word: 'À vous', box: 'border-l-4 border-turn-mark bg-turn-soft', head: 'text-turn' },
  refusal: { icon: 'refusal', word: 'Refusé', box: 'border-l-4 border-danger bg-danger-soft', head: 'text-danger' },
  success: { icon: 'success', word: 'Fait', box: 'border-l-4 border-accent bg-accent-soft', head: 'text-accent' },
  warning: {
    icon: 'warning',
    word: 'Attention',
    box: 'border-l-[6px] border-double border-ink bg-sunken',
    head: 'text-ink',
  },
}

type NoticeProps = {
  tone?: NoticeTone
  title?: string
  /** The word of its kind, shown when there is no title. */
  word?: string
  /** Announced when it appears after an action. */
  live?: 'status' | 'alert'
  children?: ReactNode
}

/** A message whose kind is told by word and shape, then by colour. */
export function Notice({ tone = 'info', title, word = tones[tone].word, live, children }: NoticeProps) {
  const { icon, box, head } = tones[tone]
  const heading = !title || title.startsWith(word) ? (title ?? word) : <Titled word={word} title={title} />
  return (
    <div
      role={live}
      data-outcome={live ? 'said' : 'shown'}
      className={`max-w-[46rem] rounded-r-control px-4 py-3 ${box}`}
    >
      <p className={`flex items-start gap-2 font-semibold leading-snug ${head}`}>
        <Icon name={icon} className="mt-0.5" />
        <span>{heading}</span>
      </p>
      {children ? <div className="mt-2 space-y-2 sm:pl-7">{children}</div> : null}
    </div>
  )
}

/** The shape tells the kind to the eye; the word tells it to the ear. */
function Titled({ word, title }: { word: string; title: string }) {
  return (
    <>
      <span className="sr-only">{word}, </span>
      {title}
    </>
  )
}

/** The short answer to what was just done, at the top of the next page. */
export function Flash({ tone = 'success', children }: { tone?: NoticeTone; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-(--container-page) px-4 pt-4 sm:px-7">
      <Notice tone={tone} live="status">
        {children}
      </Notice>
    </div>
  )
}

export { EmptyState } from './empty-state'
export { StatusBadge, type BadgeTone } from './status-badge'
