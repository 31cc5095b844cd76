import type { ReactNode } from 'react'

export type TimelineEntry = { key: string; when: string; dateTime?: string; title: ReactNode; detail?: ReactNode }

/** What happened, in order, with its time: arrivals, votes, a member's life. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="max-w-[46rem] border-l border-rule-strong">
      {entries.map((entry) => (
        <li key={entry.key} className="relative grid gap-x-4 py-1.5 pl-5 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
          <span
            aria-hidden="true"
            className="absolute -left-[0.25rem] top-[0.95rem] size-[0.4375rem] rounded-full bg-rule-strong"
          />
          <time dateTime={entry.dateTime} className="tabular-nums text-muted">
            {entry.when}
          </time>
          <div>
            {entry.title}
            {entry.detail ? <div className="text-[0.9375rem] text-muted">{entry.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
