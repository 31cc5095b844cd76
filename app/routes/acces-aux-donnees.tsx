import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberRooms } from '~/members/register/member-rooms'
import { MemberTabs } from '~/members/register/ui/member-tabs'
import { accessLog, type AccessLine } from '~/personal-data/my-data/access-log.query.server'
import { poweredContext } from '~/offices/request.server'
import { EmptyState } from '~/ui/empty-state'
import { DateField, SelectField } from '~/ui/form'
import { frenchDateTime } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { DataTable, FilterBar, Pagination, SearchField, type Column } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Accès aux données' }]

/** For those who answer for the association: the President and the secretary. */
export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'association.write', 'offices.manage')
  return { rooms: memberRooms(ctx.actor), ...(await accessLog(ctx, new URL(request.url).searchParams)) }
}

const columns: Column<AccessLine>[] = [
  { key: 'at', header: 'Date', cell: ({ at }) => frenchDateTime(at) },
  { key: 'who', header: 'Qui', cell: ({ who }) => who },
  { key: 'as', header: 'En qualité de', cell: ({ as }) => as },
  { key: 'what', header: 'Ce qui a été vu', cell: ({ what }) => what },
  { key: 'whose', header: 'De qui', cell: ({ whose }) => whose ?? 'plusieurs membres' },
]

export default function AccessLog() {
  const { lines, filters, next, first, kinds, rooms } = useLoaderData<typeof loader>()
  const kept = Object.entries(filters).filter(([, value]) => value !== '')
  const address = (more: Record<string, string>) =>
    `/acces-aux-donnees?${new URLSearchParams([...kept, ...Object.entries(more)])}`
  return (
    <Page
      title="Accès aux données"
      lead="Qui a consulté ou exporté les données d’un membre, en quelle qualité et quand. Chaque membre voit, sur sa page, les accès qui le concernent. Ce journal ne s’efface ni ne se modifie."
    >
      <MemberTabs rooms={rooms} />
      <Section wide>
        <FilterBar reset={kept.length > 0 || !first ? '/acces-aux-donnees' : undefined} label="Chercher un accès">
          <SearchField defaultValue={filters.q} label="Nom de la personne ou du membre" />
          <SelectField
            name="nature"
            id="nature"
            label="Ce qui a été vu"
            defaultValue={filters.nature}
            empty="Tout"
            choices={kinds}
          />
          <DateField name="du" id="du" label="Du" defaultValue={filters.du} />
          <DateField name="au" id="au" label="Au" defaultValue={filters.au} />
        </FilterBar>
        {lines.length > 0 ? (
          <DataTable caption="Accès" captionHidden columns={columns} rows={lines} rowKey={({ id }) => id} />
        ) : (
          <EmptyState title="Aucun accès">Rien ne correspond à cette recherche.</EmptyState>
        )}
        <Pagination
          previous={first ? null : address({})}
          next={next === null ? null : address({ avant: next })}
          label="Pages des accès"
        />
      </Section>
    </Page>
  )
}
