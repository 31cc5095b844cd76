import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { attributePayment } from '~/dues/payments/attribute-payment.server'
import { newPaymentPage } from '~/dues/payments/new-payment-page.query.server'
import { attributeForm } from '~/dues/payments/payment.form'
import { paymentPage } from '~/dues/payments/payment-page.query.server'
import { ChooseDues } from '~/dues/payments/ui/choose-dues'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { PAYMENTS_CRUMB } from '~/dues/payments/ui/money-tabs'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { orStatus } from '~/platform/http/or-status.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, MoneyField } from '~/ui/form'
import { euros, moneyInput } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { useActForm } from '~/ui/use-act-form'

export const meta: MetaFunction = () => [{ title: 'Affecter le reste d’un paiement' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const payment = await orStatus(paymentPage(ctx, params.id))
  const { chosen, found, q } = await newPaymentPage(ctx, new URL(request.url).searchParams)
  const { id, payerName, leftCents } = payment
  return { id, payerName, leftCents, chosen: chosen.slice(-1), found, q }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const { id } = await orStatus(paymentPage(ctx, params.id))
  return formAction(await request.formData(), attributeForm, async (input) => {
    await attributePayment(ctx, { ...input, paymentId: id })
    return redirect(`/cotisations/paiements/${id}`)
  })
}

export default function Attribute() {
  const { id, payerName, leftCents, chosen, found, q } = useLoaderData<typeof loader>()
  const back = `/cotisations/paiements/${id}`
  const [dues] = chosen
  return (
    <Page
      title={`Affecter ${euros(leftCents)}`}
      overline={payerName}
      breadcrumb={[DUES_CRUMB, PAYMENTS_CRUMB, { href: back, label: payerName }]}
      lead="Ce qui reste d’un paiement peut régler une autre cotisation, du même membre ou d’un autre."
    >
      <Section title="Quelle cotisation">
        <ChooseDues path={`${back}/affecter`} {...{ chosen, found, q }} />
      </Section>
      {dues ? (
        <Section>
          <AttributeForm
            key={dues.duesId}
            duesId={dues.duesId}
            most={Math.min(leftCents, dues.lackingCents)}
            back={back}
          />
        </Section>
      ) : null}
    </Page>
  )
}

function AttributeForm({ duesId, most, back }: { duesId: string; most: number; back: string }) {
  const reply = useActionData<typeof action>()
  const [form, fields] = useActForm(attributeForm, {
    lastResult: reply?.lastResult,
    defaultValue: { duesId, amountCents: moneyInput(most) },
  })
  return (
    <ActForm form={form} fields={fields}>
      <input type="hidden" name={fields.duesId.name} value={duesId} />
      <MoneyField {...bind(fields.amountCents)} label="Somme à affecter" required />
      <FormActions consequence="Un reçu est établi et préparé pour le membre de cette cotisation.">
        <SubmitButton pending="Enregistrement en cours">Affecter cette somme</SubmitButton>
        <TextLink to={back}>Annuler</TextLink>
      </FormActions>
    </ActForm>
  )
}
