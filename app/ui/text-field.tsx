import type { ComponentPropsWithoutRef } from 'react'
import { controlClass, Field, useFieldIds, type FieldProps } from './field'

type Native<T extends 'input' | 'textarea'> = Omit<ComponentPropsWithoutRef<T>, keyof FieldProps | 'className' | 'id'>
type TextFieldProps = FieldProps & Native<'input'> & { width?: 'full' | 'short' | 'medium' }

const widths = { full: 'max-w-lg', medium: 'max-w-xs', short: 'max-w-40' }

/** One line of text, and every input of the same shape (e-mail, telephone, number). */
export function TextField({ label, help, errors, optional, width = 'full', id, ...input }: TextFieldProps) {
  const ids = useFieldIds({ id, name: input.name, help, errors })
  return (
    <Field ids={ids} label={label} help={help} errors={errors} optional={optional}>
      <input
        type="text"
        {...input}
        id={ids.id}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid}
        className={`${controlClass} ${widths[width]}`}
      />
    </Field>
  )
}

/** Several lines; grows with the text where the browser can. */
export function TextArea({ label, help, errors, optional, id, ...area }: FieldProps & Native<'textarea'>) {
  const ids = useFieldIds({ id, name: area.name, help, errors })
  return (
    <Field ids={ids} label={label} help={help} errors={errors} optional={optional} width="max-w-measure">
      <textarea
        rows={4}
        {...area}
        id={ids.id}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid}
        className={`${controlClass} field-sizing-content`}
      />
    </Field>
  )
}

/** Native date picker; the value is 'YYYY-MM-DD'. */
export function DateField(props: TextFieldProps) {
  return <TextField width="medium" {...props} type="date" />
}

/** Native hour; the value is 'HH:MM', Paris time. */
export function TimeField(props: TextFieldProps) {
  return <TextField width="short" {...props} type="time" />
}

/** Euros with a comma: « 1234,50 ». The schema turns them into cents. */
export function MoneyField({ help = 'En euros, par exemple 120 ou 12,50', ...props }: TextFieldProps) {
  return <TextField width="short" help={help} {...props} inputMode="decimal" autoComplete="off" />
}

/** A file; `accept` as in HTML, the allowed kinds and weight told in `help`. */
export function FileField({ defaultValue: _, ...props }: TextFieldProps) {
  return <TextField {...props} type="file" />
}
