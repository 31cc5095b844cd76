import { Form } from '@remix-run/react'
import type { FormEvent } from 'react'
import { pluralLabel, typeset, capital } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import { SubmitButton } from '~/ui/button'
import { useHydrated } from '~/ui/use-hydrated'
import { CheckboxField, SelectField, TextField } from '~/ui/form'
import { presidingCategory, votingCategories, type CategoryField, type SimulatorCase } from '../simulator/case'
import { fieldName, type Faults } from '../simulator/case-fields'

const LABELS: Record<CategoryField, string> = {
  members: 'Membres',
  voices: 'Voix de chacun',
  present: 'Présents',
  represented: 'Représentés',
  for: 'Pour',
  against: 'Contre',
  abstained: 'Abstentions',
  blank: 'Blancs',
}

type FormProps = {
  statutes: Statutes
  given: SimulatorCase
  faults: Faults
  /** Called at each key with the whole form; without JavaScript the form is sent. */
  onChange: (fields: URLSearchParams) => void
}

const plural = (label: string) => {
  const words = typeset(pluralLabel(label))
  return capital(words)
}

/** The figures of one vote: a form by GET, so that a case is an address. */
export function SimulatorForm({ statutes, given, faults, onChange }: FormProps) {
  const told = (event: FormEvent<HTMLFormElement>) => {
    const entries = [...new FormData(event.currentTarget)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    onChange(new URLSearchParams(entries))
  }
  const hydrated = useHydrated()
  const errorsOf = (name: string) => (faults[name] ? [faults[name]] : undefined)
  return (
    <Form method="get" action="/simulateur#resultat" onInput={told} className="space-y-7">
      <input type="hidden" name="corps" value={given.body} />
      <input type="hidden" name="session" value={given.session} />
      <input type="hidden" name="pour-essai" value="1" />
      {votingCategories(statutes).map(({ key, label }) => (
        <CategoryFigures
          key={key}
          name={key}
          label={label}
          figures={given.categories[key]}
          presides={key === presidingCategory(statutes)}
          faults={faults}
        />
      ))}
      <fieldset className="space-y-4 border-t border-rule pt-4">
        <legend className="sr-only">Règles du vote</legend>
        <div className="grid items-end gap-x-5 gap-y-4 sm:grid-cols-2">
          <TextField
            name="quorum"
            label="Quorum"
            help="Une fraction, un nombre, ou rien."
            defaultValue={given.quorum}
            errors={errorsOf('quorum')}
            autoComplete="off"
          />
          <SelectField
            name="president"
            label="Le Président"
            help="Sa voix peut départager une égalité."
            defaultValue={given.president}
            choices={[
              { value: 'for', label: 'vote pour' },
              { value: 'against', label: 'vote contre' },
              { value: 'none', label: 's’abstient ou vote blanc' },
              { value: 'absent', label: 'est absent' },
            ]}
          />
          <SelectField
            name="majorite"
            label="Majorité"
            defaultValue={given.majority.kind}
            choices={[
              { value: 'moreThan', label: 'plus de la fraction' },
              { value: 'atLeast', label: 'au moins la fraction' },
              { value: 'relative', label: 'plus de pour que de contre' },
            ]}
          />
          <TextField
            name="seuil"
            label="Fraction de la majorité"
            defaultValue={given.majority.share}
            errors={errorsOf('seuil')}
            autoComplete="off"
          />
        </div>
        <CheckboxField name="secret" label="Scrutin secret" defaultChecked={given.secret} />
      </fieldset>
      {hydrated ? null : (
        <SubmitButton tone="secondary" pending="Calcul en cours">
          Calculer
        </SubmitButton>
      )}
    </Form>
  )
}

type FiguresProps = {
  name: string
  label: string
  figures: SimulatorCase['categories'][string] | undefined
  presides: boolean
  faults: Faults
}

const ROWS: CategoryField[][] = [
  ['members', 'voices', 'present', 'represented'],
  ['for', 'against', 'abstained', 'blank'],
]

function CategoryFigures({ name, label, figures, presides, faults }: FiguresProps) {
  if (!figures) return null
  const said = ROWS.flat().flatMap((field) => {
    const fault = faults[fieldName(field, name)]
    return fault ? [{ field, fault }] : []
  })
  const errorId = `${name}-erreurs`
  return (
    <fieldset className={said.length > 0 ? 'border-l-4 border-danger pl-3' : undefined}>
      <legend className="mb-2 font-serif text-[1.1875rem] font-semibold">
        {plural(label)}
        {presides ? <span className="font-sans text-base font-normal text-muted"> (dont le Président)</span> : null}
      </legend>
      {said.length > 0 ? (
        <p id={errorId} className="mb-2 font-semibold text-danger">
          {said.map(({ fault }) => fault).join(' ')}
        </p>
      ) : null}
      <div className="space-y-3">
        {ROWS.map((row) => (
          <div key={row.join()} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            {row.map((field) => (
              <Figure
                key={field}
                name={fieldName(field, name)}
                label={LABELS[field]}
                value={figures[field]}
                errorId={said.some((each) => each.field === field) ? errorId : undefined}
              />
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function Figure({
  name,
  label,
  value,
  errorId,
}: {
  name: string
  label: string
  value: number
  errorId: string | undefined
}) {
  return (
    <label className="block">
      <span className="mb-1 block text-[0.9375rem]">{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={2000}
        name={name}
        defaultValue={value}
        aria-describedby={errorId}
        aria-invalid={errorId ? true : undefined}
        className="block min-h-11 w-full rounded-control border-[1.5px] border-rule-strong bg-surface px-3 py-2 tabular-nums aria-invalid:border-2 aria-invalid:border-danger"
      />
    </label>
  )
}
