import { useEffect, useRef } from 'react'
import { plural } from './format'
import { Icon } from './icon'
import { useErrorTitle } from './use-error-title'

export type FieldFault = { id?: string; message: string }

/** All that is wrong, on top of the form, each with a link to its field; takes the focus when it appears. */
export function ErrorSummary({ faults, title }: { faults: readonly FieldFault[]; title?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const signature = faults.map((fault) => fault.message).join()
  useEffect(() => {
    if (signature) box.current?.focus()
  }, [signature])
  useErrorTitle(faults.length > 0)
  if (faults.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      data-outcome="refusal"
      tabIndex={-1}
      className="max-w-[46rem] rounded-control border-2 border-danger bg-surface px-4 py-3"
    >
      <h2 className="flex items-center gap-2 text-[1.1875rem] text-danger">
        <Icon name="refusal" />
        {title ?? `${plural(faults.length, 'point')} à corriger`}
      </h2>
      <ul className="mt-2 list-disc space-y-1 pl-6">
        {faults.map((fault) => (
          <li key={`${fault.id}${fault.message}`}>
            {fault.id ? <a href={`#${fault.id}`}>{fault.message}</a> : fault.message}
          </li>
        ))}
      </ul>
    </div>
  )
}
