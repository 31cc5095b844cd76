import type { ReactNode } from 'react'
import { TextField } from './text-field'

/** The one main action, the way out beside it; what will happen is written above. */
export function FormActions({ consequence, children }: { consequence?: ReactNode; children: ReactNode }) {
  return (
    <div className="max-w-measure border-t border-rule pt-4">
      {consequence ? <p className="mb-3">{consequence}</p> : null}
      <div className="flex flex-wrap items-center gap-3 max-sm:flex-col max-sm:items-stretch">{children}</div>
    </div>
  )
}

type ConfirmByNameProps = {
  name: string
  expected: string
  id?: string
  errors?: readonly string[]
  defaultValue?: string
}

/** For what cannot be undone: the reader types the name of what he is about to change. The server compares. */
export function ConfirmByName({ expected, ...field }: ConfirmByNameProps) {
  return (
    <TextField
      {...field}
      required
      autoComplete="off"
      label="Pour confirmer, écrivez le nom"
      help={
        <>
          Écrivez <strong className="text-ink">{expected}</strong>.
        </>
      }
    />
  )
}
