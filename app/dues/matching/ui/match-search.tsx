import { FilterBar, SearchField } from '~/ui/table'
import { matchAddress, type MatchFilters } from '../filters'

type Props = { path: string; filters: MatchFilters; label: string }

/** Search among what is to be matched, when there is more than one page. */
export function MatchSearch({ path, filters, label }: Props) {
  return (
    <FilterBar reset={filters.q ? matchAddress(path, {}) : undefined} label="Chercher dans ce qui attend">
      <SearchField defaultValue={filters.q} label={label} />
    </FilterBar>
  )
}
