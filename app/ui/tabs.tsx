import { NavLink } from '@remix-run/react'

export type Tab = { to: string; label: string; /** « 12 » */ count?: number; end?: boolean }

/** The parts of one thing, each a page of its own. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="no-print mt-6 border-b border-rule">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end ?? true}
              className="inline-flex min-h-11 items-center border-b-[3px] border-transparent text-muted no-underline hover:border-rule-strong hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="ml-1.5 font-normal text-muted">{tab.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
