import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { periodList, type PeriodView } from '~/dues/board/periods.query.server'
import { LATE_JOINER_WORDS } from '~/dues/board/period-words'
import { DUES_CRUMB, DuesTabs } from '~/dues/board/ui/dues-tabs'
import { poweredContext } from '~/offices/request.server'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { shortDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Money } from '~/ui/money'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import { DataTable, type Column } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Exercices de cotisation' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return { periods: await periodList(ctx) }
}

const columns: Column<PeriodView>[] = [
  { key: 'year', header: 'Année', cell: ({ year }) => year },
  {
    key: 'called',
    header: 'Appel',
    cell: ({ calledOn, toCall }) =>
      calledOn ? (
        `le ${shortDate(calledOn)}`
      ) : toCall > 0 ? (
        <StatusBadge tone="turn">à appeler</StatusBadge>
      ) : (
        'sans objet'
      ),
  },
  { key: 'due', header: 'Échéance', cell: ({ dueOn }) => shortDate(dueOn) },
  {
    key: 'count',
    header: 'Réglées',
    cell: ({ settled, count }) => `${settled} sur ${count}`,
    numeric: true,
  },
  { key: 'paid', header: 'Reçu', cell: ({ paidCents }) => <Money cents={paidCents} />, numeric: true },
  { key: 'owed', header: 'Appelé', cell: ({ owedCents }) => <Money cents={owedCents} />, numeric: true },
  { key: 'late', header: 'Arrivés en cours d’année', cell: ({ lateJoiners }) => LATE_JOINER_WORDS[lateJoiners] },
]

export default function Periods() {
  const { periods } = useLoaderData<typeof loader>()
  return (
    <Page title="Exercices de cotisation" breadcrumb={[DUES_CRUMB]}>
      <DuesTabs />
      <Section
        wide
        margin={<ArticleChip rule="13.2-b">L’assemblée générale ordinaire fixe la cotisation de l’année.</ArticleChip>}
      >
        {periods.length > 0 ? (
          <>
            <p className="text-muted">
              Chaque année est due en entier, sans prorata ; ce que doit un membre arrivé en cours d’année est dit à
              chaque exercice.
            </p>
            <DataTable
              caption="Exercices"
              captionHidden
              columns={columns}
              rows={periods}
              rowKey={({ id }) => id}
              rowHref={({ year }) => `/cotisations/exercices/${year}`}
            />
          </>
        ) : (
          <EmptyState title="Aucun exercice" action={<TextLink to="/assemblees">Voir les assemblées</TextLink>}>
            Ils s’ouvrent d’eux-mêmes par l’adoption de la résolution qui fixe la cotisation.
          </EmptyState>
        )}
        <p>
          <TextLink to="/cotisations/exercices/nouveau">Reprendre un exercice voté avant d’être tenu ici</TextLink>
        </p>
      </Section>
    </Page>
  )
}
