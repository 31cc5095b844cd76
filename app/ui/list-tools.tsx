import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { classNames } from './class-names'
import { plural } from './format'
import { Icon } from './icon'
import { TextField } from './text-field'

/** Pages by key: each link carries the key of the row where its page begins. */
export function Pagination({
  previous,
  next,
  label = 'Pages de la liste',
}: {
  previous?: string | null
  next?: string | null
  label?: string
}) {
  if (!previous && !next) return null
  const linkClass = 'inline-flex min-h-11 items-center gap-1'
  return (
    <nav aria-label={label} className="flex justify-between gap-4 border-t border-rule pt-2">
      {previous ? (
        <Link to={previous} rel="prev" className={linkClass}>
          <Icon name="previous" size={16} /> Page précédente
        </Link>
      ) : (
        <span />
      )}
      {next ? (
        <Link to={next} rel="next" className={linkClass}>
          Page suivante <Icon name="next" size={16} />
        </Link>
      ) : null}
    </nav>
  )
}

const FILTERS = 'flex flex-wrap items-end gap-x-4 gap-y-3 rounded-control bg-sunken p-4 sm:*:min-w-40'
/** On a phone the choices stand two by two, what is typed and the button have the whole width. */
const FILTERS_ON_PHONE =
  'max-sm:grid max-sm:grid-cols-2 max-sm:*:min-w-0 max-sm:*:has-[[type=search],button]:col-span-2'

/** Filters live in the address: a plain GET form. */
export function FilterBar({
  children,
  reset,
  label = 'Filtrer la liste',
}: {
  children: ReactNode
  reset?: string
  label?: string
}) {
  return (
    <Form method="get" role="search" aria-label={label} className={classNames(FILTERS, FILTERS_ON_PHONE)}>
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit">Afficher</Button>
        {reset ? <Link to={reset}>Tout afficher</Link> : null}
      </div>
    </Form>
  )
}

/** Search by words; accents and case do not matter. */
export function SearchField({
  name = 'q',
  label = 'Rechercher',
  defaultValue,
  help,
}: {
  name?: string
  label?: string
  defaultValue?: string
  help?: string
}) {
  return (
    <TextField
      type="search"
      name={name}
      id={`recherche-${name}`}
      label={label}
      help={help}
      defaultValue={defaultValue}
      autoComplete="off"
      enterKeyHint="search"
    />
  )
}

/** « 26 membres », « 3 membres sur 26 »; said aloud when a filter changes it. */
export function Count({ shown, total, one, many }: { shown: number; total?: number; one: string; many?: string }) {
  return (
    <p data-count className="text-muted">
      {plural(shown, one, many)}
      {total !== undefined && total !== shown ? ` sur ${total}` : ''}
    </p>
  )
}
