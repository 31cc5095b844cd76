import type { ReactNode } from 'react'

/** Nothing here yet: says what will be, and the first step. */
export function EmptyState({ title, action, children }: { title: string; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="max-w-measure border-y border-dashed border-rule-strong py-6">
      <p className="font-serif text-[1.1875rem]">{title}</p>
      {children ? <div className="mt-1 text-muted">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}
