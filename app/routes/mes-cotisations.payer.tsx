import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findOther } from '~/dues/mine/find-other.server'
import { otherForm, payForm } from '~/dues/mine/pay.form'
import { payPage } from '~/dues/mine/pay-page.query.server'
import { pay } from '~/dues/mine/pay.server'
import { AddOtherForm, PayForm } from '~/dues/mine/ui/pay-forms'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { paymentsOnLine } from '~/platform/payments/stripe.server'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Payer en ligne' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  // the other ways to pay are told there
  if (!paymentsOnLine()) throw redirect('/mes-cotisations')
  return payPage(ctx, new URL(request.url).searchParams)
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  const form = await request.formData()
  const search = new URL(request.url).searchParams
  if (form.get('act') === 'add')
    return formAction(form, otherForm, async (typed) => {
      const id = await findOther(ctx, typed)
      if (!search.getAll('autre').includes(id)) search.append('autre', id)
      return redirect(`/mes-cotisations/payer?${search}`)
    })
  return formAction(form, payForm, async (input) => redirect(await pay(ctx, input)))
}

export default function PayOnLine() {
  const { own, others } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const lines = [...own, ...others.map((dues) => ({ ...dues, chosen: true }))]
  return (
    <Page
      title="Payer mes cotisations"
      breadcrumb={[
        { href: '/compte', label: 'Mon espace' },
        { href: '/mes-cotisations', label: 'Mes cotisations' },
      ]}
      lead="Un seul paiement peut régler plusieurs cotisations ; chacun reçoit son propre reçu."
    >
      <Section title="Ce que ce paiement règle">
        {lines.length === 0 ? (
          <p>Vous n’avez rien à régler. Vous pouvez payer pour un autre membre, ci-dessous.</p>
        ) : (
          <PayForm key={lines.map(({ duesId }) => duesId).join()} lines={lines} reply={reply} />
        )}
      </Section>
      <Section title="Ajouter la cotisation d’un autre membre">
        <AddOtherForm key={others.length} reply={reply} />
      </Section>
    </Page>
  )
}
