import { Link } from '@remix-run/react'
import { frenchDateTime } from './format'

/** Demonstration mode says so on each page, with its clock, its people and its mails. */
export function DemoBanner({ now }: { now: string }) {
  const linkClass = 'inline-flex min-h-8 items-center text-on-banner focus-visible:outline-on-banner'
  return (
    <aside aria-label="Démonstration" className="no-print bg-banner text-on-banner">
      <div className="mx-auto flex max-w-(--container-page) flex-wrap items-center gap-x-5 px-4 py-1 text-[0.9375rem] sm:px-7">
        <p className="grow">
          <strong className="font-semibold">Démonstration</strong>, <time dateTime={now}>{frenchDateTime(now)}</time>
        </p>
        <Link to="/demo" className={linkClass}>
          Changer de personne
        </Link>
        <Link to="/demo/courriels" className={linkClass}>
          Courriels
        </Link>
      </div>
    </aside>
  )
}
