import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { filtersSearch, hasFilters, readFilters } from '~/dues/payments/filters'
import { paymentListPage } from '~/dues/payments/payment-list.query.server'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { MoneyTabs } from '~/dues/payments/ui/money-tabs'
import { PaymentFilterBar, PaymentTable } from '~/dues/payments/ui/payment-list'
import { poweredContext } from '~/offices/request.server'
import { recordAccess } from '~/platform/data-access.server'
import { EmptyState } from '~/ui/empty-state'
import { frenchNumber, plural } from '~/ui/format'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Pagination } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Paiements' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const search = new URL(request.url).searchParams
  const filters = readFilters(search)
  const page = await paymentListPage(ctx, filters, { after: search.get('apres'), before: search.get('avant') })
  await recordAccess(ctx.db, ctx, { memberId: null, kind: 'payments' })
  return { ...page, filters }
}

export default function Payments() {
  const { lines, count, countStopped, previousKey, nextKey, filters } = useLoaderData<typeof loader>()
  const address = (more: Record<string, string>) => `/cotisations/paiements${filtersSearch(filters, more)}`
  return (
    <Page
      title="Paiements"
      breadcrumb={[DUES_CRUMB]}
      actions={<ButtonLink to="/cotisations/paiements/nouveau">Enregistrer un paiement</ButtonLink>}
    >
      <MoneyTabs />
      <Section wide>
        <PaymentFilterBar filters={filters} />
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <p data-count className="text-muted">
            {countStopped ? `Plus de ${frenchNumber(count)} paiements` : plural(count, 'paiement')}
          </p>
          {count > 0 ? (
            <TextLink to={`/cotisations/paiements/export${filtersSearch(filters)}`} download>
              Exporter cette liste (CSV)
            </TextLink>
          ) : null}
        </div>
        {lines.length > 0 ? (
          <PaymentTable lines={lines} />
        ) : hasFilters(filters) ? (
          <EmptyState
            title="Aucun paiement ne correspond"
            action={<TextLink to="/cotisations/paiements">Voir tous les paiements</TextLink>}
          />
        ) : (
          <EmptyState
            title="Aucun paiement"
            action={<ButtonLink to="/cotisations/paiements/nouveau">Enregistrer un paiement</ButtonLink>}
          >
            Les paiements en ligne arrivent d’eux-mêmes&#8239;; les virements, les chèques et les espèces s’enregistrent
            ici ou se lisent sur le relevé bancaire.
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
