import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { boardCounts, lastNight, waiting } from '~/dues/board/board-figures.query.server'
import { boardList } from '~/dues/board/board-list.query.server'
import { boardAddress, readBoardFilters } from '~/dues/board/filters'
import { boardYears, mainPeriod } from '~/dues/board/periods.query.server'
import { BoardFilterBar, BoardTable } from '~/dues/board/ui/board-table'
import { DuesTabs } from '~/dues/board/ui/dues-tabs'
import { LastNight } from '~/dues/board/ui/last-night'
import { StageFigures } from '~/dues/board/ui/stage-figures'
import { WaitingList } from '~/dues/board/ui/waiting-list'
import { draftForRemovals } from '~/meetings/removals/draft.query.server'
import { poweredContext } from '~/offices/request.server'
import { recordAccess } from '~/platform/data-access.server'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Cotisations' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const search = new URL(request.url).searchParams
  const asked = readBoardFilters(search)
  const periods = await boardYears(ctx)
  const period = mainPeriod(periods, asked.annee)
  const [waits, night, draft] = await Promise.all([waiting(ctx), lastNight(ctx), draftForRemovals(ctx)])
  if (!period) return { year: null, waits, night, draft, toCall: null }
  const filters = { ...asked, annee: period.year }
  const [list, counts] = await Promise.all([
    boardList(ctx, period.id, filters, search.get('page')),
    boardCounts(ctx, period.id),
  ])
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'dues' })
  const uncalled = periods.find(({ calledOn, toCall }) => calledOn === null && toCall > 0)
  return {
    year: period.year,
    years: periods.map(({ year }) => year),
    filters,
    list,
    counts,
    waits,
    night,
    draft,
    toCall: uncalled ? { year: uncalled.year, count: uncalled.toCall, dueOn: uncalled.dueOn } : null,
  }
}

export default function Board() {
  const page = useLoaderData<typeof loader>()
  return (
    <Page title="Cotisations" aside={<LastNight night={page.night} />}>
      <DuesTabs />
      <WaitingList waiting={page.waits} toCall={page.toCall} draft={page.draft} />
      {page.year === null ? (
        <Section>
          <EmptyState
            title="Aucune cotisation n’est fixée"
            action={<TextLink to="/assemblees">Voir les assemblées</TextLink>}
          >
            L’assemblée générale ordinaire fixe la cotisation de l’année : l’adoption de sa résolution ouvre ici une
            cotisation par membre.
          </EmptyState>
        </Section>
      ) : (
        <>
          <Section
            title={`Cotisation ${page.year}`}
            wide
            margin={
              <ArticleChip rule="6.4-b">Appel, échéance, rappels, lettre recommandée, délai, décision.</ArticleChip>
            }
          >
            <StageFigures counts={page.counts} filters={page.filters} />
          </Section>
          <Section title="Où en est chacun" wide id="membres">
            <BoardFilterBar filters={page.filters} years={page.years} />
            {page.list.lines.length > 0 ? (
              <BoardTable lines={page.list.lines} />
            ) : (
              <EmptyState
                title={
                  page.filters.q || page.filters.etape || page.filters.envoi
                    ? 'Aucune cotisation ne correspond'
                    : 'Toutes les cotisations sont réglées'
                }
              />
            )}
            <Pagination
              previous={page.list.previousKey ? boardAddress(page.filters, { page: page.list.previousKey }) : null}
              next={page.list.nextKey ? boardAddress(page.filters, { page: page.list.nextKey }) : null}
            />
          </Section>
        </>
      )}
    </Page>
  )
}
