import { SelectField } from '~/ui/form'
import { ROLES } from '../statement/reading'
import type { StatementPreview } from '../statement-preview.query.server'

const CHOICES = Object.entries(ROLES).map(([value, label]) => ({ value, label }))

/** Each column of the file, three of its values, and what it means; one that nobody understands says so. */
export function StatementColumns({ columns }: { columns: StatementPreview['columns'] }) {
  return (
    <fieldset className="max-w-[52rem]">
      <legend className="mb-1 font-semibold">Ce que dit chaque colonne</legend>
      <ul className="border-t border-rule">
        {columns.map(({ id, name, role, samples }) => (
          <li key={id} className="grid gap-x-6 gap-y-2 border-b border-rule py-3 sm:grid-cols-2">
            <p className="min-w-0 wrap-anywhere">
              <strong>{name}</strong>
              <span className="block text-muted">{samples.length > 0 ? samples.join(' · ') : 'toujours vide'}</span>
            </p>
            <SelectField
              name={id}
              id={id.replace(':', '-')}
              label={<span className="sr-only">Sens de la colonne {name}</span>}
              defaultValue={role ?? ''}
              empty={role === null ? 'Colonne non reconnue, non lue' : undefined}
              choices={CHOICES}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
