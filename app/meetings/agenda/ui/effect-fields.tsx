import { DateField, MoneyField, SelectField, TextField } from '~/ui/form'
import type { ShownField } from '../shown-fields'

type EffectFieldsProps = {
  fields: readonly ShownField[]
  /** by the field's name, as conform writes it: « amounts.founder » */
  values: Readonly<Record<string, string>>
  errors: Partial<Record<string, string[]>>
}

/** What the product must know to carry out the decision by itself: the fields that the effect declares. */
export function EffectFields({ fields, values, errors }: EffectFieldsProps) {
  return fields.map(({ control, name, label, choices = [], empty }) => {
    const common = { name, id: name, label, errors: errors[name], defaultValue: values[name] ?? '' }
    switch (control) {
      case 'text':
        return <TextField key={name} {...common} inputMode="numeric" width="short" />
      case 'date':
        return <DateField key={name} {...common} />
      case 'money':
        return <MoneyField key={name} {...common} />
      case 'select':
        return <SelectField key={name} {...common} choices={choices} empty={empty} />
    }
  })
}
