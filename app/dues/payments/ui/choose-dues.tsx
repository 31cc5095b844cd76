import { Form } from '@remix-run/react'
import { Button } from '~/ui/button'
import { euros } from '~/ui/format'
import { TextField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import type { FoundDues } from '../find-dues.query.server'

type Props = {
  /** the page, and what its address keeps besides the dues chosen */
  path: string
  keep?: Record<string, string>
  chosen: readonly FoundDues[]
  found: readonly FoundDues[]
  q: string
}

/** Dues chosen in the address, one by one: works without a script, and the page can be left and come back to. */
export function ChooseDues({ path, keep = {}, chosen, found, q }: Props) {
  const address = (ids: string[], more: Record<string, string> = {}) =>
    `${path}?${new URLSearchParams([...Object.entries({ ...keep, ...more }), ...ids.map((id) => ['cotisation', id])])}`
  const ids = chosen.map(({ duesId }) => duesId)
  return (
    <>
      {chosen.length > 0 ? (
        <ul aria-label="Cotisations choisies" className="max-w-[46rem] border-t border-rule">
          {chosen.map((dues) => (
            <li
              key={dues.duesId}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2"
            >
              <DuesWords dues={dues} />
              <TextLink to={address(ids.filter((id) => id !== dues.duesId))}>
                Retirer<span className="sr-only"> {dues.label}</span>
              </TextLink>
            </li>
          ))}
        </ul>
      ) : null}
      <Form
        key={`${q} ${ids.join()}`}
        method="get"
        role="search"
        aria-label="Chercher une cotisation"
        className="flex flex-wrap items-end gap-3"
      >
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {ids.map((id) => (
          <input key={id} type="hidden" name="cotisation" value={id} />
        ))}
        <TextField
          type="search"
          name="q"
          id="recherche-cotisation"
          label={chosen.length > 0 ? 'Ajouter un autre membre' : 'Nom du membre ou référence'}
          help="Par exemple : Martin, ou C2027-00042"
          defaultValue={q}
          autoComplete="off"
        />
        <Button type="submit">Chercher</Button>
      </Form>
      {q ? (
        <div data-count>
          {found.length === 0 ? (
            <p className="text-muted">Aucune cotisation à régler ne correspond à « {q} ».</p>
          ) : (
            <ul aria-label="Cotisations trouvées" className="max-w-[46rem] border-t border-rule">
              {found.map((dues) => (
                <li
                  key={dues.duesId}
                  className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-2"
                >
                  <DuesWords dues={dues} />
                  <TextLink to={address([...ids, dues.duesId])}>
                    Choisir
                    <span className="sr-only">
                      {' '}
                      {dues.label}, {dues.year}
                    </span>
                  </TextLink>
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : null}
    </>
  )
}

function DuesWords({ dues }: { dues: FoundDues }) {
  return (
    <span>
      <span className="font-semibold">{dues.label}</span>{' '}
      <span className="text-muted">
        {dues.year}, {dues.reference}, reste {euros(dues.lackingCents)}
      </span>
    </span>
  )
}
