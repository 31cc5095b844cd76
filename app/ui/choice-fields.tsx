import type { ReactNode } from 'react'
import { controlClass, Field, FieldError, useFieldIds, type FieldProps } from './field'

export type Choice = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean }

/** A list to choose from; `empty` is the first line, when nothing is chosen. */
export function SelectField({
  label,
  help,
  errors,
  optional,
  id,
  choices,
  empty,
  ...select
}: FieldProps & { choices: readonly { value: string; label: string; disabled?: boolean }[]; empty?: string }) {
  const ids = useFieldIds({ id, name: select.name, help, errors })
  return (
    <Field ids={ids} label={label} help={help} errors={errors} optional={optional}>
      <select
        {...select}
        id={ids.id}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid}
        className={controlClass}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

const boxClass = 'mt-0.5 size-6 shrink-0 accent-accent'
const lineClass = 'flex min-h-11 items-start gap-3 py-2 has-disabled:text-muted'

/** One choice among a few, each with its own help; a fieldset whose legend is the question. */
export function RadioGroup({
  label,
  help,
  errors,
  optional,
  id,
  choices,
  name,
  defaultValue,
  required,
}: FieldProps & { choices: readonly Choice[] }) {
  const ids = useFieldIds({ id, name, help, errors })
  return (
    <fieldset
      aria-describedby={ids.describedBy}
      className={`max-w-measure ${errors?.length ? 'border-l-4 border-danger pl-3' : ''}`}
    >
      <legend className="mb-1 font-semibold">
        {label}
        {optional ? <span className="font-normal text-muted"> (facultatif)</span> : null}
      </legend>
      {help ? (
        <p id={ids.helpId} className="mb-1.5 text-[0.9375rem] text-muted">
          {help}
        </p>
      ) : null}
      <FieldError id={ids.errorId} errors={errors} />
      {choices.map((choice, index) => {
        const own = index === 0 ? ids.id : `${ids.id}-${choice.value}`
        const helpId = choice.help ? `${own}-choix` : undefined
        return (
          <div key={choice.value} className={lineClass}>
            <input
              type="radio"
              id={own}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              required={required}
              disabled={choice.disabled}
              aria-describedby={helpId}
              className={boxClass}
            />
            <div>
              <label htmlFor={own} className="block py-0.5">
                {choice.label}
              </label>
              {choice.help ? (
                <p id={helpId} className="text-[0.9375rem] text-muted">
                  {choice.help}
                </p>
              ) : null}
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}

type CheckboxProps = FieldProps & { value?: string; defaultChecked?: boolean; disabled?: boolean }

/** One statement to agree with. `defaultValue` from conform is « on » when it is ticked. */
export function CheckboxField({
  label,
  help,
  errors,
  id,
  name,
  required,
  defaultValue,
  // given as undefined, React would make it empty, and the form would not say that it is ticked
  value = 'on',
  defaultChecked = defaultValue === 'on',
  disabled,
}: CheckboxProps) {
  const ids = useFieldIds({ id, name, help, errors })
  return (
    <div className={`max-w-measure ${errors?.length ? 'border-l-4 border-danger pl-3' : ''}`}>
      <FieldError id={ids.errorId} errors={errors} />
      <div className={lineClass}>
        <input
          type="checkbox"
          id={ids.id}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          disabled={disabled}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid}
          className={boxClass}
        />
        <div>
          <label htmlFor={ids.id} className="block py-0.5">
            {label}
          </label>
          {help ? (
            <p id={ids.helpId} className="text-[0.9375rem] text-muted">
              {help}
            </p>
          ) : null}
        </div>
      </div>
    </div>
  )
}
