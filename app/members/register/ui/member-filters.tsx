import { SelectField } from '~/ui/form'
import { FilterBar, SearchField } from '~/ui/table'
import { CONSENT_CHOICES, hasFilters, KIND_CHOICES, STATE_CHOICES, type MemberFilters } from '../list/filters'

/** `leavers`: whether who reads may see those who have left. */
type Props = { filters: MemberFilters; categories: { value: string; label: string }[]; leavers: boolean }

export function MemberFilterBar({ filters, categories, leavers }: Props) {
  const states = STATE_CHOICES.filter(({ value }) => leavers || (value !== 'parti' && value !== 'tous'))
  return (
    <FilterBar reset={hasFilters(filters) ? '/membres' : undefined} label="Chercher et filtrer les membres">
      <SearchField defaultValue={filters.q} label="Nom, profession, commune ou numéro" />
      <SelectField
        name="categorie"
        id="categorie"
        label="Catégorie"
        defaultValue={filters.categorie}
        empty="Toutes"
        choices={categories}
      />
      <SelectField name="etat" id="etat" label="État" defaultValue={filters.etat} choices={states} />
      <SelectField name="genre" id="genre" label="Nature" defaultValue={filters.genre} choices={KIND_CHOICES} />
      <SelectField
        name="accord"
        id="accord"
        label="Accord pour le courriel"
        defaultValue={filters.accord}
        choices={CONSENT_CHOICES}
      />
    </FilterBar>
  )
}
