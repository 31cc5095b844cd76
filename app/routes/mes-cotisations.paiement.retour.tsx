import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { paymentReturn } from '~/dues/stripe/payment-return.query.server'
import { PaymentLines } from '~/dues/stripe/ui/payment-lines'
import { ReturnNotice } from '~/dues/stripe/ui/return-notice'
import { signedInContext } from '~/offices/request.server'
import { orStatus } from '~/platform/http/or-status.server'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Votre paiement' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { pathname, search } = new URL(request.url)
  return { payment: await orStatus(paymentReturn(ctx, request)), here: pathname + search }
}

const AGAIN_MS = 3_000

export default function PaymentReturned() {
  const { payment, here } = useLoaderData<typeof loader>()
  useReadAgain(payment.waiting)
  return (
    <Page title="Votre paiement" breadcrumb={[{ href: '/mes-cotisations', label: 'Mes cotisations' }]}>
      <Section>
        <ReturnNotice payment={payment} />
        {payment.waiting ? (
          <p>
            <TextLink to={here} reload>
              Actualiser maintenant
            </TextLink>
          </p>
        ) : null}
      </Section>
      <Section title="Ce paiement">
        <PaymentLines lines={payment.lines} />
        <p>
          <ButtonLink to={payment.backTo}>Revenir à mes cotisations</ButtonLink>
        </p>
      </Section>
    </Page>
  )
}

/** While Stripe has not told us, the page asks again; without JavaScript the link does. */
function useReadAgain(waiting: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(revalidate, AGAIN_MS)
    return () => clearInterval(timer)
  }, [waiting, revalidate])
}
