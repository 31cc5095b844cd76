import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ignoredLines } from '~/dues/matching/bank-page.query.server'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { poweredContext } from '~/offices/request.server'
import { EmptyState } from '~/ui/empty-state'
import { shortDate } from '~/ui/format'
import { Money } from '~/ui/money'
import { Page, Section } from '~/ui/page'
import { DataTable, type Column } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Lignes mises de côté' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { lines: await ignoredLines(await poweredContext(request, 'dues.manage')) }
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['lines'][number]
const columns: Column<Line>[] = [
  { key: 'label', header: 'Libellé', cell: ({ label }) => label },
  { key: 'on', header: 'Date', cell: ({ on }) => shortDate(on) },
  {
    key: 'amount',
    header: 'Somme',
    cell: ({ amountCents }) => <Money cents={amountCents} />,
    numeric: true,
  },
  { key: 'note', header: 'Ce que c’est', cell: ({ note }) => note ?? '' },
]

export default function IgnoredLines() {
  const { lines } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Lignes mises de côté"
      breadcrumb={[DUES_CRUMB, { href: '/cotisations/releves', label: 'Relevés bancaires' }]}
      lead="Les crédits du relevé qui ne sont pas des cotisations. Chacun peut être repris."
    >
      <Section wide>
        {lines.length === 0 ? (
          <EmptyState title="Aucune ligne mise de côté" />
        ) : (
          <DataTable
            caption="Lignes mises de côté"
            captionHidden
            columns={columns}
            rows={lines}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/cotisations/releves/lignes/${id}`}
          />
        )}
      </Section>
    </Page>
  )
}
