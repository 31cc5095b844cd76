import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paymentReturn } from '~/dues/stripe/payment-return.query.server'
import { PaymentLines } from '~/dues/stripe/ui/payment-lines'
import { ReturnNotice } from '~/dues/stripe/ui/return-notice'
import { signedInContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Paiement interrompu' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return orStatus(paymentReturn(await signedInContext(request), request))
}

/** The payer turned back before paying, or came here by chance: whatever the case, what is shown is what we know. */
export default function PaymentGivenUp() {
  const payment = useLoaderData<typeof loader>()
  const paid = payment.state === 'PAID' || payment.state === 'PROCESSING'
  return (
    <Page
      title={paid ? 'Votre paiement' : 'Paiement interrompu'}
      breadcrumb={[{ href: '/mes-cotisations', label: 'Mes cotisations' }]}
    >
      <Section>
        {paid ? (
          <ReturnNotice payment={payment} />
        ) : (
          <Notice title="Vous n’avez pas terminé le paiement">
            <p>Rien n’a été débité. Vous pouvez reprendre quand vous voulez, ou choisir un autre moyen de paiement.</p>
          </Notice>
        )}
      </Section>
      <Section title={paid ? 'Ce paiement' : 'Ce qui était à régler'}>
        <PaymentLines lines={payment.lines} />
        <p>
          <ButtonLink to={payment.backTo}>Revenir à mes cotisations</ButtonLink>
        </p>
      </Section>
    </Page>
  )
}
