import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paymentPage } from '~/dues/payments/payment-page.query.server'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { PAYMENTS_CRUMB } from '~/dues/payments/ui/money-tabs'
import { PaymentDues, PaymentFacts, PaymentMovements } from '~/dues/payments/ui/payment-facts'
import { poweredContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { euros } from '~/ui/format'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Paiement de ${data?.payerName ?? ''}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return orStatus(paymentPage(ctx, params.id))
}

export default function Payment() {
  const payment = useLoaderData<typeof loader>()
  const at = (page: string) => `/cotisations/paiements/${payment.id}/${page}`
  const { heldCents, leftCents, manual, refundedCents, receivedCents } = payment
  return (
    <Page
      title={`Paiement de ${euros(receivedCents || payment.expectedCents)}`}
      overline={payment.payerName}
      breadcrumb={[DUES_CRUMB, PAYMENTS_CRUMB]}
      actions={
        <>
          {leftCents > 0 ? <ButtonLink to={at('affecter')}>Affecter le reste</ButtonLink> : null}
          {heldCents > 0 ? (
            <ButtonLink to={at('rembourser')} tone="secondary">
              Rembourser
            </ButtonLink>
          ) : null}
          {manual && receivedCents > 0 && refundedCents === 0 ? (
            <ButtonLink to={at('annuler')} tone="secondary">
              Annuler ce paiement
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <Section>
        {leftCents > 0 ? (
          <Notice tone="turn" title={`${euros(leftCents)} restent à employer`}>
            <p>Affectez cette somme à une autre cotisation, ou rendez-la à qui a payé.</p>
          </Notice>
        ) : null}
        <PaymentFacts payment={payment} />
      </Section>
      {payment.lines.length > 0 ? (
        <Section title="Ce que ce paiement règle" wide>
          <PaymentDues payment={payment} />
        </Section>
      ) : null}
      {payment.entries.length > 0 ? (
        <Section title="Mouvements">
          <PaymentMovements payment={payment} />
        </Section>
      ) : null}
    </Page>
  )
}
