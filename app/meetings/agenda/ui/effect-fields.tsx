import { LATE_JOINER_WORDS } from '~/dues/board/period-words'
import { DateField, MoneyField, SelectField, TextField } from '~/ui/form'
import { LATE_JOINERS } from '../../effect'
import type { FormEffect } from '../resolution.form'

type Values = {
  year: string
  dueOn: string
  amounts: Record<string, string>
  lateJoiners: string
  memberId: string
}
type Errors = Partial<Record<string, string[]>>

type EffectFieldsProps = {
  kind: FormEffect | 'file'
  values: Values
  /** by the field's name, as conform writes it: « amounts.founder » */
  errors: Errors
  members: readonly { value: string; label: string }[]
  categories: readonly { key: string; label: string }[]
}

/** What the product must know to carry out the decision by itself. */
export function EffectFields({ kind, values, errors, members, categories }: EffectFieldsProps) {
  const field = (name: keyof Values & string) => ({
    name,
    id: name,
    errors: errors[name],
    defaultValue: String(values[name] ?? ''),
  })
  const member = (
    <SelectField {...field('memberId')} label="Membre concerné" choices={members} empty="Choisissez un membre" />
  )
  switch (kind) {
    case 'none':
    case 'file':
      return null
    case 'set-dues':
      return (
        <>
          <TextField {...field('year')} label="Année" inputMode="numeric" width="short" />
          <DateField {...field('dueOn')} label="Date à laquelle la cotisation est due" />
          {categories.map(({ key, label }) => (
            <MoneyField
              key={key}
              name={`amounts.${key}`}
              id={`amounts.${key}`}
              errors={errors[`amounts.${key}`]}
              defaultValue={values.amounts[key] ?? ''}
              label={`Cotisation d’un ${label.replace(/'/g, '’')}`}
            />
          ))}
          <SelectField
            {...field('lateJoiners')}
            label="Ce que doit un membre admis en cours d’année"
            choices={LATE_JOINERS.map((value) => ({ value, label: LATE_JOINER_WORDS[value] }))}
          />
        </>
      )
    case 'award-honorary':
    case 'grant-founder':
      return member
  }
}
