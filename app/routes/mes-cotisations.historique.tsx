import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myPayments } from '~/dues/mine/my-payments.query.server'
import { PaymentHistory } from '~/dues/mine/ui/payment-history'
import { signedInContext } from '~/offices/request.server'
import { EmptyState } from '~/ui/empty-state'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Mes paiements et mes reçus' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { payments: await myPayments(await signedInContext(request)) }
}

export default function MyPayments() {
  const { payments } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Mes paiements et mes reçus"
      breadcrumb={[
        { href: '/compte', label: 'Mon espace' },
        { href: '/mes-cotisations', label: 'Mes cotisations' },
      ]}
    >
      <Section wide>
        {payments.length === 0 ? (
          <EmptyState title="Aucun paiement">
            Vos paiements et leurs reçus se retrouvent ici, année après année.
          </EmptyState>
        ) : (
          <PaymentHistory payments={payments} />
        )}
      </Section>
    </Page>
  )
}
