import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newPaymentPage } from '~/dues/payments/new-payment-page.query.server'
import { paymentForm } from '~/dues/payments/payment.form'
import { recordPayment } from '~/dues/payments/record-payment.server'
import { ChooseDues } from '~/dues/payments/ui/choose-dues'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { PAYMENTS_CRUMB } from '~/dues/payments/ui/money-tabs'
import { PaymentForm } from '~/dues/payments/ui/payment-form'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { ArticleChip } from '~/ui/article-chip'
import { euros, frenchDate } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Enregistrer un paiement' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return newPaymentPage(ctx, new URL(request.url).searchParams)
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return formAction(await request.formData(), paymentForm, async (input) =>
    redirect(`/cotisations/paiements/${await recordPayment(ctx, input)}`),
  )
}

export default function NewPayment() {
  const { q, chosen, found, bankLine, ...rest } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page
      title="Enregistrer un paiement"
      breadcrumb={[DUES_CRUMB, PAYMENTS_CRUMB]}
      lead="Un virement, un chèque ou des espèces, pour un membre ou pour plusieurs à la fois."
    >
      {bankLine ? (
        <Section>
          <Notice title={`Ligne du relevé : ${euros(bankLine.amountCents)}, le ${frenchDate(bankLine.on)}`}>
            <p>{bankLine.label}</p>
          </Notice>
        </Section>
      ) : null}
      <Section
        title="Pour qui"
        margin={<ArticleChip rule="12-a">Le trésorier appelle les cotisations et établit les comptes</ArticleChip>}
      >
        <ChooseDues
          path="/cotisations/paiements/nouveau"
          keep={bankLine ? { ligne: bankLine.id } : {}}
          {...{ chosen, found, q }}
        />
      </Section>
      {chosen.length > 0 ? (
        <Section title="Ce qui a été reçu">
          <PaymentForm key={chosen.map(({ duesId }) => duesId).join()} {...rest} {...{ chosen, bankLine, reply }} />
        </Section>
      ) : null}
    </Page>
  )
}
