import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Crumb = { href: string; label: string }
type PageProps = {
  title: string
  /** Small line above the title: « Assemblée générale ordinaire », a date. */
  overline?: ReactNode
  lead?: ReactNode
  /** The way here, without the page itself. */
  breadcrumb?: readonly Crumb[]
  /** Right column on wide screens, after the text on narrow ones. */
  aside?: ReactNode
  /** Links and buttons that concern the whole page. */
  actions?: ReactNode
  children?: ReactNode
}

/** The frame of every page: one h1, which takes the focus after a navigation. */
export function Page({ title, overline, lead, breadcrumb, aside, actions, children }: PageProps) {
  return (
    <div className="page">
      <div className="page-head">
        {breadcrumb?.length ? <Breadcrumb crumbs={breadcrumb} /> : null}
        {overline ? <p className="mb-1 text-muted">{overline}</p> : null}
        <h1 tabIndex={-1} className="text-[1.875rem] leading-[1.15] sm:text-[2.375rem]">
          {title}
        </h1>
        {lead ? (
          <div className="mt-3 max-w-measure font-serif text-[1.1875rem] leading-[1.45] text-muted">{lead}</div>
        ) : null}
        {actions ? <div className="no-print mt-5 flex flex-wrap items-center gap-3">{actions}</div> : null}
      </div>
      <div className={classNames('page-grid', aside ? 'has-aside' : null)}>
        <div className="page-body min-w-0">{children}</div>
        {aside ? <aside className="page-aside space-y-6 text-[0.9375rem]">{aside}</aside> : null}
      </div>
    </div>
  )
}

function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Fil d’Ariane" className="mb-4 text-[0.9375rem]">
      <ol className="flex flex-wrap gap-x-2">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex gap-x-2">
            {index > 0 ? (
              <span aria-hidden="true" className="text-muted">
                /
              </span>
            ) : null}
            <Link to={crumb.href}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type SectionProps = {
  title?: ReactNode
  /** Target of links: « #quorum ». */
  id?: string
  /** Article chips: in the left margin on wide screens, above the title on narrow ones. */
  margin?: ReactNode
  /** Text keeps its measure; a table may take the whole width. */
  wide?: boolean
  children: ReactNode
}

/** A part of a page, its articles in the margin as in a printed code: read after its title, drawn beside or above it. */
export function Section({ title, id, margin, wide = false, children }: SectionProps) {
  return (
    <section
      id={id}
      className={classNames('section mt-9', Boolean(title) && 'border-t border-rule pt-4', wide && 'section-wide')}
    >
      {title ? <h2 className="mb-4 text-[1.4375rem] leading-tight">{title}</h2> : null}
      {margin ? <div className="section-margin">{margin}</div> : null}
      <div className="section-body min-w-0 space-y-4">{children}</div>
    </section>
  )
}

/** A titled note for the aside of a page. */
export function Margin({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1 text-[1.0625rem]">{title}</h2>
      <div className="space-y-2 text-muted">{children}</div>
    </section>
  )
}
