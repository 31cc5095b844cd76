import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ownConsentForm } from '~/personal-data/my-data/consents/own-consent.form'
import { ownConsents } from '~/personal-data/my-data/consents/own-consents.query.server'
import { recordOwnConsent } from '~/personal-data/my-data/consents/record-own-consent.server'
import { chosenMember } from '~/personal-data/my-data/my-data.query.server'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { frenchDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import { Timeline } from '~/ui/timeline'

export const meta: MetaFunction = () => [{ title: 'Mes accords' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { chosen } = await chosenMember(ctx, request)
  if (!chosen || chosen.left) throw data(null, { status: 404 })
  return { ...chosen, ...(await ownConsents(ctx, chosen.id)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  return formAction(await request.formData(), ownConsentForm, async (input) => {
    await recordOwnConsent(ctx, input)
    return redirect(`/mes-donnees/accords?membre=${input.memberId}`)
  })
}

export default function OwnConsents() {
  const { id, label, agreements, answers } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Page
      title="Mes accords"
      overline={label}
      breadcrumb={[
        { href: '/compte', label: 'Mon espace' },
        { href: `/mes-donnees?membre=${id}`, label: 'Mes données' },
      ]}
      lead="Ce que vous acceptez de recevoir autrement que par la poste. Chaque réponse est datée, et peut être reprise à tout moment."
    >
      <RefusalPanel refusal={reply?.refusal} />
      {agreements.map(({ kind, key, label, given, withdrawn, effect, since }) => (
        <Section key={kind} title={label}>
          <p>
            {since ? (
              <StatusBadge tone="success">{`Accord donné le ${frenchDate(since)}`}</StatusBadge>
            ) : (
              <StatusBadge tone="neutral">Pas d’accord</StatusBadge>
            )}
          </p>
          <blockquote className="border-l-4 border-rule pl-4">{since ? withdrawn : given}</blockquote>
          <Form method="post" className="space-y-3" preventScrollReset>
            <input type="hidden" name="memberId" value={id} />
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="wording" value={key} />
            <p className="text-muted">{since ? 'Les envois déjà faits restent valables.' : effect}</p>
            <SubmitButton
              name="answer"
              value={since ? 'non' : 'oui'}
              tone={since ? 'secondary' : 'primary'}
              pending="Enregistrement en cours"
              aria-label={`${since ? 'Retirer mon accord' : 'Donner mon accord'} : ${label}`}
            >
              {since ? 'Retirer mon accord' : 'Donner mon accord'}
            </SubmitButton>
          </Form>
        </Section>
      ))}
      {answers.length > 0 ? (
        <Section title="Vos réponses">
          <Timeline
            label="Vos réponses"
            entries={answers.map((answer) => ({
              key: answer.id,
              when: frenchDate(answer.on),
              dateTime: answer.on,
              title: answer.title,
              detail: answer.source,
            }))}
          />
        </Section>
      ) : null}
    </Page>
  )
}
