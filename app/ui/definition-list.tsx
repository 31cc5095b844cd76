import type { ReactNode } from 'react'

export type Definition = {
  term: string
  value: ReactNode
  /** An article chip or a link to change it. */ mark?: ReactNode
}

/** Facts by name: « Date — samedi 12 juin 2027 ». */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="max-w-[46rem] border-t border-rule">
      {items.map((item) => (
        <div key={item.term} className="grid gap-x-4 border-b border-rule py-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="text-muted">{item.term}</dt>
          <dd className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <div className="min-w-0">{item.value}</div>
            {item.mark ? <div className="no-print">{item.mark}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
