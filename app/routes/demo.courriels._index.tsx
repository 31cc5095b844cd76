import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/platform/db.server'
import { demoOnly } from '~/platform/demo/only.server'
import { MAIL_STATES } from '~/platform/mail/mail-states'
import { outboxPage } from '~/platform/mail/outbox.query.server'
import { EmptyState } from '~/ui/empty-state'
import { frenchDateTime } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import { Count, DataTable, FilterBar, Pagination, SearchField } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Courriels de la démonstration' }]

export async function loader({ request }: LoaderFunctionArgs) {
  demoOnly()
  const search = new URL(request.url).searchParams
  const q = search.get('q') ?? ''
  return { q, first: !search.has('apres'), ...(await outboxPage(db(), { q, after: search.get('apres') })) }
}

export default function Outbox() {
  const { q, first, rows, total, next } = useLoaderData<typeof loader>()
  const page = (after: string | null) => `?${new URLSearchParams({ ...(q && { q }), ...(after && { apres: after }) })}`
  return (
    <Page
      title="Courriels"
      lead="Ce que les membres reçoivent, tel qu’ils le reçoivent."
      breadcrumb={[{ href: '/demo', label: 'Démonstration' }]}
    >
      <Section wide>
        <FilterBar reset={q ? '/demo/courriels' : undefined} label="Chercher un courriel">
          <SearchField defaultValue={q} help="Un nom, une adresse, un mot de l’objet" />
        </FilterBar>
        <Count shown={total} one="courriel" />
        {rows.length ? (
          <DataTable
            caption="Courriels, du plus récent au plus ancien"
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/demo/courriels/${id}`}
            columns={[
              { key: 'subject', header: 'Objet', cell: ({ subject }) => subject },
              { key: 'to', header: 'À', cell: ({ to }) => <span className="break-words">{to}</span> },
              { key: 'when', header: 'Écrit le', cell: ({ queuedAt }) => frenchDateTime(queuedAt) },
              { key: 'state', header: 'État', cell: ({ state }) => <State state={state} /> },
            ]}
          />
        ) : (
          <EmptyState title={q ? 'Aucun courriel ne correspond' : 'Aucun courriel pour l’instant'}>
            Convoquez une assemblée ou demandez un lien de connexion : le courriel paraît ici.
          </EmptyState>
        )}
        <Pagination previous={first ? null : page(null)} next={next ? page(next) : null} />
      </Section>
    </Page>
  )
}

function State({ state }: { state: string }) {
  const { label, tone } = MAIL_STATES[state] ?? { label: state, tone: 'neutral' as const }
  return <StatusBadge tone={tone}>{label}</StatusBadge>
}
