import { capital } from '~/statutes/french'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelPayment } from '~/dues/payments/cancel-payment.server'
import { CANCEL_REASONS, cancelForm, isCancelReason, suitsMethod } from '~/dues/payments/payment.form'
import { paymentPage } from '~/dues/payments/payment-page.query.server'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { PAYMENTS_CRUMB } from '~/dues/payments/ui/money-tabs'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { orStatus } from '~/platform/http/or-status.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, FormActions, RadioGroup } from '~/ui/form'
import { euros, list, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { VerifyPage } from '~/ui/verify-act'
import { useActForm } from '~/ui/use-act-form'

export const meta: MetaFunction = () => [{ title: 'Annuler un paiement' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return orStatus(paymentPage(ctx, params.id))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const payment = await orStatus(paymentPage(ctx, params.id))
  const { id } = payment
  const form = await request.formData()
  return formAction(form, cancelForm, async ({ reason }) => {
    if (payment.state !== 'CANCELLED')
      demandVerified(form, {
        title: `annuler le paiement de ${euros(payment.receivedCents)}`,
        facts: [`${payment.payerName}\u00a0: ${CANCEL_REASONS[reason]}.`, ...whatFollows(payment)],
        act: `Annuler ce paiement de ${euros(payment.receivedCents)}`,
        pending: 'Annulation en cours',
        tone: 'danger',
        back: `/cotisations/paiements/${id}`,
        consequence: 'C’est définitif : l’annulation s’ajoute au journal des paiements.',
      })
    await cancelPayment(ctx, { paymentId: id, reason })
    return redirect(`/cotisations/paiements/${id}`)
  })
}

const REASONS = Object.entries(CANCEL_REASONS).map(([value, label]) => ({ value, label: capital(label) }))

type Cancelled = Pick<Awaited<ReturnType<typeof paymentPage>>, 'lines' | 'receipts'>

/** The dues that are owed again, the receipts that are cancelled. */
function whatFollows({ lines, receipts }: Cancelled): string[] {
  const alive = receipts.filter(({ cancelledOn }) => cancelledOn === null).map(({ number }) => `n° ${number}`)
  const many = alive.length > 1
  return [
    ...(lines.length > 0
      ? [`${plural(lines.length, 'cotisation sera', 'cotisations seront')} de nouveau à régler.`]
      : []),
    ...(alive.length > 0
      ? [
          `${many ? 'Les reçus' : 'Le reçu'} ${list(alive)} ${many ? 'seront annulés' : 'sera annulé'} ; un courriel est préparé pour ${many ? 'chacun de leurs membres' : 'son membre'}.`,
        ]
      : []),
    'Les numéros ne sont pas réutilisés.',
  ]
}

export default function CancelPayment() {
  const payment = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useActForm(cancelForm, {
    lastResult: reply?.lastResult,
  })
  const back = `/cotisations/paiements/${payment.id}`
  if (reply?.verify) return <VerifyPage verify={reply.verify} breadcrumb={[DUES_CRUMB, PAYMENTS_CRUMB]} />
  return (
    <Page
      title="Annuler ce paiement"
      overline={`${payment.payerName}, ${euros(payment.receivedCents)}`}
      breadcrumb={[DUES_CRUMB, PAYMENTS_CRUMB, { href: back, label: payment.payerName }]}
      lead="Pour un paiement qui n’a jamais eu lieu, ou que la banque a rejeté. Une somme rendue au payeur s’enregistre comme un remboursement."
    >
      <Section>
        <ActForm form={form} fields={fields}>
          <RadioGroup
            {...bind(fields.reason)}
            label="Motif"
            choices={REASONS.filter(({ value }) => isCancelReason(value) && suitsMethod(value, payment.method))}
            required
          />
          <FormActions consequence={whatFollows(payment).join(' ')}>
            <SubmitButton tone="danger" pending="Annulation en cours">
              Annuler le paiement
            </SubmitButton>
            <TextLink to={back}>Le garder</TextLink>
          </FormActions>
        </ActForm>
      </Section>
    </Page>
  )
}
