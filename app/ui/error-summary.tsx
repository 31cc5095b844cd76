import { useEffect, useRef } from 'react'
import { plural } from './format'
import { Icon } from './icon'
import { useErrorTitle } from './use-error-title'

export type FieldFault = { id?: string; message: string }

/** Whether a form was sent since something was last typed. */
function useSent() {
  const sent = useRef(false)
  useEffect(() => {
    // a form that checks itself as one types is sent by a button of its own, which nobody presses
    const mark = (event: Event) => {
      const submitter = event instanceof SubmitEvent ? event.submitter : null
      sent.current = event.type === 'submit' && submitter?.getAttribute('name') !== '__intent__'
    }
    document.addEventListener('submit', mark, true)
    document.addEventListener('input', mark, true)
    return () => {
      document.removeEventListener('submit', mark, true)
      document.removeEventListener('input', mark, true)
    }
  }, [])
  return sent
}

/**
 * All that is wrong, on top of the form, each with a link to its field. Takes the focus when it appears and when a form that is sent
 * again has other faults, never while a person types.
 */
export function ErrorSummary({ faults, title }: { faults: readonly FieldFault[]; title?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const shown = useRef(false)
  const sent = useSent()
  const signature = faults.map((fault) => fault.message).join()
  useEffect(() => {
    // while a person mends one fault after the other the list gets shorter, and the cursor stays where it is
    if (signature && (sent.current || !shown.current)) box.current?.focus()
    sent.current = false
    shown.current = signature !== ''
  }, [signature, sent])
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
