import type { Field } from '~/effects/define'

/** A field of an effect as the form shows it: names of fields, choices and labels made out. */
export type ShownField = {
  control: 'text' | 'date' | 'money' | 'select'
  /** « amounts.founder » is one of several */
  name: string
  label: string
  choices?: readonly { value: string; label: string }[]
  /** what stands in a list before anything is chosen */
  empty?: string
}

type Known = {
  members: readonly { id: string; label: string }[]
  paying: readonly [string, { label: string }][]
}

/** What is shown for a declared field: one control, or one for each category that pays dues. */
export function shownFields(field: Field, { members, paying }: Known): ShownField[] {
  switch (field.kind) {
    case 'year':
      return [{ control: 'text', name: field.name, label: field.label }]
    case 'date':
      return [{ control: 'date', name: field.name, label: field.label }]
    case 'choice':
      return [{ control: 'select', name: field.name, label: field.label, choices: field.choices }]
    case 'member': {
      const choices = members.map(({ id, label }) => ({ value: id, label }))
      return [{ control: 'select', name: field.name, label: field.label, choices, empty: 'Choisissez un membre' }]
    }
    case 'money-by-category':
      return paying.map(([key, { label }]) => ({
        control: 'money',
        name: `${field.name}.${key}`,
        label: field.label(label.replace(/'/g, '’')),
      }))
  }
}
