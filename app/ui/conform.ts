import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { FieldFault } from './error-summary'

/** A conform field as the props of our fields: `<TextField label="Nom" {...bind(fields.name)} />`. */
export function bind(field: FieldMetadata<unknown>) {
  const initial = field.initialValue
  return {
    id: field.id,
    name: field.name,
    errors: field.errors,
    required: field.required,
    defaultValue: typeof initial === 'string' ? initial : undefined,
  }
}

type AnyForm = Pick<FormMetadata<Record<string, unknown>>, 'errors' | 'allErrors' | 'id'>

/** The faults of a conform form, ready for ErrorSummary: those of the form first, then field by field. */
export function faultsOf(form: AnyForm, fields: Record<string, { id: string; errors?: string[] }>): FieldFault[] {
  const own = (form.errors ?? []).map((message) => ({ message }))
  const byField = Object.values(fields).flatMap((field) =>
    (field.errors ?? []).map((message) => ({ id: field.id, message })),
  )
  return [...own, ...byField]
}
