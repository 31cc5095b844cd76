import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { memberRooms } from '~/members/register/member-rooms'
import { MemberTabs } from '~/members/register/ui/member-tabs'
import { APPLICATION_STATES, KIND_WORDS } from '~/membership/applications/application-words'
import { applicationsPage } from '~/membership/applications/applications.query.server'
import { admittingRule } from '~/membership/applications/who-admits'
import { poweredContext } from '~/offices/request.server'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import { DataTable } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Candidatures' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  return { rooms: memberRooms(ctx.actor), ...(await applicationsPage(ctx)) }
}

export default function Applications() {
  const { admitting, waiting, decided, rooms } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Candidatures"
      breadcrumb={[{ href: '/membres', label: 'Membres' }]}
      lead="Les demandes d’adhésion reçues en ligne, jusqu’à leur réponse."
      actions={<TextLink to="/adherer">Voir le formulaire public</TextLink>}
    >
      <MemberTabs rooms={rooms} />
      <Section title="En attente" wide margin={<ArticleChip rule="6.2-a">{admittingRule(admitting)}</ArticleChip>}>
        {waiting.length > 0 ? (
          <DataTable
            caption="Candidatures en attente, la plus ancienne d’abord"
            captionHidden
            rows={waiting}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/candidatures/${id}`}
            columns={[
              { key: 'label', header: 'Nom', cell: ({ label }) => label },
              { key: 'kind', header: 'Nature', cell: ({ kind }) => KIND_WORDS[kind] },
              { key: 'on', header: 'Reçue le', cell: ({ on }) => frenchDate(on) },
              {
                key: 'state',
                header: 'Suite',
                cell: ({ meeting }) =>
                  meeting ?? (
                    <StatusBadge tone={APPLICATION_STATES.SUBMITTED.tone}>
                      {APPLICATION_STATES.SUBMITTED.label}
                    </StatusBadge>
                  ),
              },
            ]}
          />
        ) : (
          <EmptyState title="Aucune candidature n’attend">
            Donnez l’adresse de la page « Adhérer » à ceux qui veulent rejoindre l’association : leurs demandes arrivent
            ici.
          </EmptyState>
        )}
      </Section>
      {decided.length > 0 ? (
        <Section title="Décidées ou retirées" wide>
          <DataTable
            caption="Candidatures décidées ou retirées, la plus récente d’abord"
            captionHidden
            rows={decided}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/candidatures/${id}`}
            columns={[
              { key: 'label', header: 'Nom', cell: ({ label }) => label },
              { key: 'kind', header: 'Nature', cell: ({ kind }) => KIND_WORDS[kind] },
              { key: 'on', header: 'Le', cell: ({ on }) => (on ? frenchDate(on) : '') },
              {
                key: 'state',
                header: 'Issue',
                cell: ({ state }) => (
                  <StatusBadge tone={APPLICATION_STATES[state].tone}>{APPLICATION_STATES[state].label}</StatusBadge>
                ),
              },
            ]}
          />
          <p className="max-w-measure text-muted">
            Les données d’une candidature non retenue ou retirée sont effacées trois mois après.
          </p>
        </Section>
      ) : null}
    </Page>
  )
}
