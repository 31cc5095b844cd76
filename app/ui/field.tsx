import { useId, type ReactNode } from 'react'

/** What every field takes; `bind(fields.x)` fills the first five from conform. */
export type FieldProps = {
  name: string
  id?: string
  errors?: readonly string[]
  defaultValue?: string
  required?: boolean
  label: ReactNode
  /** Below the label: what is expected, with an example of its format. */
  help?: ReactNode
  /** Shown after the label: « facultatif ». Required fields say nothing, optional ones do. */
  optional?: boolean
}

export const controlClass =
  'block w-full min-h-11 rounded-control border-[1.5px] border-rule-strong bg-surface px-3 py-2 text-ink placeholder:text-muted ' +
  'aria-invalid:border-danger aria-invalid:border-2 disabled:bg-sunken ' +
  'file:mr-3 file:cursor-pointer file:rounded-control file:border file:border-rule-strong file:bg-sunken file:px-3 file:py-1 file:font-semibold'

type Ids = { id: string; helpId: string; errorId: string; describedBy: string | undefined; invalid: true | undefined }

/** The ids that tie a control to its label, its help and its error. */
export function useFieldIds({ id, name, help, errors }: Pick<FieldProps, 'id' | 'name' | 'help' | 'errors'>): Ids {
  const fallback = useId()
  const own = id ?? `${name}-${fallback}`
  const helpId = `${own}-aide`
  const errorId = `${own}-error`
  const describedBy = [errors?.length ? errorId : '', help ? helpId : ''].filter(Boolean).join(' ')
  return { id: own, helpId, errorId, describedBy: describedBy || undefined, invalid: errors?.length ? true : undefined }
}

export function FieldError({ id, errors }: { id: string; errors?: readonly string[] }) {
  if (!errors?.length) return null
  return (
    <p id={id} className="mb-1.5 font-semibold text-danger">
      <span className="sr-only">Erreur&nbsp;: </span>
      {errors.join(' ')}
    </p>
  )
}

type FrameProps = Pick<FieldProps, 'label' | 'help' | 'errors' | 'optional'> & {
  ids: Ids
  width?: string
  children: ReactNode
}

/** Label, help, error, then the control: one column, read in the order in which it is needed. */
export function Field({ ids, label, help, errors, optional, width = 'max-w-lg', children }: FrameProps) {
  return (
    <div className={`${width} ${errors?.length ? 'border-l-4 border-danger pl-3' : ''}`}>
      <label htmlFor={ids.id} className="mb-1 block font-semibold">
        {label}
        {optional ? <span className="font-normal text-muted"> (facultatif)</span> : null}
      </label>
      {help ? (
        <p id={ids.helpId} className="mb-1.5 text-[0.9375rem] text-muted">
          {help}
        </p>
      ) : null}
      <FieldError id={ids.errorId} errors={errors} />
      {children}
    </div>
  )
}
