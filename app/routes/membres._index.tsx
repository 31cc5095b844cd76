import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { filtersSearch, hasFilters, readFilters } from '~/members/register/list/filters'
import { memberListPage } from '~/members/register/list/member-list.query.server'
import { memberRooms } from '~/members/register/member-rooms'
import { MemberFilterBar } from '~/members/register/ui/member-filters'
import { MemberTable } from '~/members/register/ui/member-table'
import { MemberTabs } from '~/members/register/ui/member-tabs'
import { may } from '~/platform/permissions'
import { poweredContext } from '~/offices/request.server'
import { EmptyState } from '~/ui/empty-state'
import { frenchNumber, plural } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Membres' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.read')
  const search = new URL(request.url).searchParams
  const filters = readFilters(search)
  const page = await memberListPage(ctx, filters, { after: search.get('apres'), before: search.get('avant') })
  return { ...page, filters, mayWrite: may(ctx.actor, 'members.write'), rooms: memberRooms(ctx.actor) }
}

export default function Members() {
  const { lines, count, countStopped, previousKey, nextKey, categories, filters, mayWrite, rooms } =
    useLoaderData<typeof loader>()
  const filtered = hasFilters(filters)
  const address = (more: Record<string, string>) => `/membres${filtersSearch(filters, more)}`
  return (
    <Page
      title="Membres"
      actions={
        mayWrite ? (
          <>
            <ButtonLink to="/membres/nouveau">Enregistrer un membre</ButtonLink>
            <ButtonLink to="/membres/import" tone="secondary">
              Importer une liste
            </ButtonLink>
          </>
        ) : null
      }
    >
      <MemberTabs rooms={rooms} />
      <Section wide>
        <MemberFilterBar filters={filters} categories={categories} leavers={mayWrite} />
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p data-count className="text-muted">
            {countStopped ? `Plus de ${frenchNumber(count)} membres` : plural(count, 'membre')}
          </p>
          {count > 0 ? (
            <p className="flex flex-wrap gap-x-4">
              <span className="text-muted">Exporter cette liste&nbsp;:</span>
              <TextLink to={`/membres/export${filtersSearch(filters, { format: 'csv' })}`} download>
                CSV
              </TextLink>
              <TextLink to={`/membres/export${filtersSearch(filters, { format: 'xlsx' })}`} download>
                Excel
              </TextLink>
            </p>
          ) : null}
        </div>
        {lines.length > 0 ? (
          <MemberTable lines={lines} categoryLabels={new Map(categories.map(({ value, label }) => [value, label]))} />
        ) : filtered ? (
          <EmptyState
            title="Aucun membre ne correspond"
            action={<TextLink to="/membres">Voir tous les membres</TextLink>}
          >
            Les accents et les majuscules ne comptent pas ; chaque mot écrit doit se trouver dans la fiche.
          </EmptyState>
        ) : (
          <EmptyState
            title="Le registre est vide"
            action={mayWrite ? <ButtonLink to="/membres/import">Importer une liste</ButtonLink> : undefined}
          >
            Commencez par la liste que vous tenez aujourd’hui, en CSV ou en Excel : rien n’est écrit avant votre accord.
          </EmptyState>
        )}
        <Pagination
          previous={previousKey ? address({ avant: previousKey }) : null}
          next={nextKey ? address({ apres: nextKey }) : null}
        />
      </Section>
    </Page>
  )
}
