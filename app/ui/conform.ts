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

type ListField<T> = FieldMetadata<T[]>

/** The rows of a list field; none where what was sent, and is shown again, was no list. */
export function rowsOf<T>(list: ListField<T>): ReturnType<ListField<T>['getFieldList']> {
  return list.initialValue === undefined || Array.isArray(list.initialValue) ? list.getFieldList() : []
}

type AnyForm = Pick<FormMetadata<Record<string, unknown>>, 'allErrors'>

/** The faults of a conform form, ready for ErrorSummary: those of the form, then field by field, each tied to its field. */
export function faultsOf(form: AnyForm, fields: Record<string, { id: string }>): FieldFault[] {
  // conform's `fields` answers by name only: it cannot be listed, `allErrors` can
  return Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.map((message) => (name === '' ? { message } : { id: fields[name]?.id, message })),
  )
}
