import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CONSENT_LABELS, consentSchema } from '~/members/identity/consent.form'
import { recordConsent } from '~/members/identity/record-consent.server'
import { sheetOr404 } from '~/members/register/sheet/sheet-page.server'
import { ConsentForm } from '~/members/identity/ui/consent-form'
import { poweredContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { frenchDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { Timeline } from '~/ui/timeline'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Accords de ${data?.label ?? ''}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { id, label, consents, today } = await sheetOr404(await poweredContext(request, 'members.write'), params.id)
  return { id, label, consents, today }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await poweredContext(request, 'members.write')
  const { id } = await sheetOr404(ctx, params.id)
  return formAction(await request.formData(), consentSchema, async (consent) => {
    await recordConsent(ctx, { ...consent, memberId: id })
    return redirect(`/membres/${id}/consentements`)
  })
}

export default function Consents() {
  const { id, label, consents, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const crumbs = [
    { href: '/membres', label: 'Membres' },
    { href: `/membres/${id}`, label },
  ]
  return (
    <Page title="Accords" overline={label} breadcrumb={crumbs}>
      {consents.length > 0 ? (
        <Section title="Réponses reçues">
          <Timeline
            label="Réponses reçues"
            entries={consents.map(({ id, kind, given, on, source }) => ({
              key: id,
              when: frenchDate(on),
              dateTime: on,
              title: `${CONSENT_LABELS[kind]} : ${given ? 'accord donné' : 'accord retiré ou refusé'}`,
              detail: source,
            }))}
          />
        </Section>
      ) : null}
      <Section title="Enregistrer une réponse">
        <ConsentForm key={consents.length} reply={reply} today={today} back={`/membres/${id}`} />
      </Section>
    </Page>
  )
}
