import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paymentPage } from '~/dues/payments/payment-page.query.server'
import { recordRefund } from '~/dues/payments/record-refund.server'
import { refundForm } from '~/dues/payments/refund.form'
import { DUES_CRUMB } from '~/dues/board/ui/dues-tabs'
import { PAYMENTS_CRUMB } from '~/dues/payments/ui/money-tabs'
import { refundPayment } from '~/dues/stripe/refund-payment.server'
import { poweredContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { formAction } from '~/platform/http/form-action.server'
import { orStatus } from '~/platform/http/or-status.server'
import { demandVerified } from '~/platform/http/verify.server'
import { ActForm } from '~/ui/act-form'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, FormActions, MoneyField, SelectField, TextField } from '~/ui/form'
import { euros, moneyInput } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { VerifyPage } from '~/ui/verify-act'
import { useActForm } from '~/ui/use-act-form'

export const meta: MetaFunction = () => [{ title: 'Rembourser un paiement' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  return { payment: await orStatus(paymentPage(ctx, params.id)), today: parisDate(ctx.now) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'dues.manage')
  const { id, manual, refundedCents, heldCents, leftCents, payerName } = await orStatus(paymentPage(ctx, params.id))
  const form = await request.formData()
  return formAction(form, refundForm, async (input) => {
    const reopens = input.amountCents - leftCents
    if (refundedCents === input.refundedBefore && input.amountCents <= heldCents)
      demandVerified(form, {
        title: `rembourser ${euros(input.amountCents)}`,
        facts: [
          `${payerName}\u00a0: ${euros(input.amountCents)} sur ${euros(heldCents)} encore détenus.`,
          ...(reopens > 0
            ? [
                `${euros(reopens)} de cotisation redeviennent dus ; le reçu est annulé, et remplacé s’il reste une somme.`,
              ]
            : []),
        ],
        act: manual ? `Enregistrer ${euros(input.amountCents)} rendus` : `Rembourser ${euros(input.amountCents)}`,
        pending: 'Enregistrement en cours',
        tone: 'danger',
        back: `/cotisations/paiements/${id}/rembourser`,
        consequence: manual
          ? 'Cela ne se reprend pas. Rien n’est viré par cette page : vous avez déjà rendu cette somme.'
          : 'Cela ne se reprend pas : Stripe rend cette somme au payeur par le même chemin.',
      })
    if (manual) await recordRefund(ctx, { ...input, paymentId: id })
    else if (refundedCents === input.refundedBefore) await refundPayment(ctx, { ...input, paymentId: id })
    return redirect(`/cotisations/paiements/${id}`)
  })
}

export default function RefundPayment() {
  const { payment, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { id, payerName, manual, heldCents, leftCents, refundedCents, lines } = payment
  const [form, fields] = useActForm(refundForm, {
    lastResult: reply?.lastResult,
    defaultValue: { amountCents: moneyInput(leftCents || heldCents), refundedBefore: String(refundedCents), on: today },
  })
  const back = `/cotisations/paiements/${id}`
  const given = lines.filter(({ givenCents }) => givenCents > 0)
  if (reply?.verify) return <VerifyPage verify={reply.verify} breadcrumb={[DUES_CRUMB, PAYMENTS_CRUMB]} />
  return (
    <Page
      title="Rembourser"
      overline={`${payerName}, ${euros(heldCents)} encore détenus`}
      breadcrumb={[DUES_CRUMB, PAYMENTS_CRUMB, { href: back, label: payerName }]}
      lead={
        manual
          ? 'Vous avez rendu une somme par virement, par chèque ou en espèces : enregistrez-le ici. Rien n’est viré par cette page.'
          : 'La somme repart par le même chemin, vers la carte ou le compte du payeur, sous quelques jours.'
      }
    >
      <Section>
        <ActForm form={form} fields={fields}>
          <input type="hidden" name={fields.refundedBefore.name} value={refundedCents} />
          <MoneyField {...bind(fields.amountCents)} label="Somme rendue" required />
          {given.length > 1 ? (
            <SelectField
              {...bind(fields.duesId)}
              required={false}
              label="Cotisation concernée"
              empty="Aucune en particulier : les dernières d’abord"
              choices={given.map((line) => ({
                value: line.duesId,
                label: `${line.member.label}, ${line.year} (${euros(line.givenCents)})`,
              }))}
            />
          ) : null}
          {manual ? (
            <DateField {...bind(fields.on)} label="Rendue le" max={today} required />
          ) : (
            <>
              <input type="hidden" name={fields.on.name} value={today} />
              <TextField {...bind(fields.reason)} required={false} label="Motif, pour le journal" optional />
            </>
          )}
          <FormActions
            consequence={`Ce qui dépasse les ${euros(leftCents)} non employés rouvre la cotisation ; son reçu est annulé, et remplacé s’il reste une somme.`}
          >
            <SubmitButton tone="danger" pending="Enregistrement en cours">
              {manual ? 'Enregistrer le remboursement' : 'Rembourser'}
            </SubmitButton>
            <TextLink to={back}>Annuler</TextLink>
          </FormActions>
        </ActForm>
      </Section>
    </Page>
  )
}
