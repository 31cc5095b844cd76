import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { confirmEmailChange, pendingChange } from '~/personal-data/my-data/email/confirm-email-change.server'
import { signedInContext } from '~/offices/request.server'
import { refusalReply, refusedMessage } from '~/platform/http/refusal-reply.server'
import { SubmitButton } from '~/ui/button'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Confirmer la nouvelle adresse' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const change = await pendingChange(ctx, params.token ?? '')
  return { from: ctx.actor.email, to: change?.toEmail ?? null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  return refusalReply(async () => {
    await confirmEmailChange(ctx, params.token ?? '')
    return redirect('/mes-donnees?adresse')
  }, refusedMessage)
}

export default function ConfirmEmail() {
  const { from, to } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  if (!to)
    return (
      <Page
        title="Ce lien ne sert plus"
        lead={fault?.message ?? 'Il a déjà servi, il a plus de 60 minutes, ou il a été demandé depuis un autre compte.'}
        actions={<ButtonLink to="/mes-donnees/courriel">Demander un nouveau lien</ButtonLink>}
      />
    )
  return (
    <Page title="Confirmer la nouvelle adresse" lead="Vous avez bien reçu notre message : il reste à l’adopter.">
      <Section>
        {fault ? <Notice tone="refusal" title={fault.message} live="alert" /> : null}
        <p>
          À partir de maintenant, convocations, lettres d’information et liens de connexion seront préparés pour{' '}
          <strong className="break-words">{to}</strong>, au lieu de <span className="break-words">{from}</span>. Vos
          sessions ouvertes ailleurs se ferment, et un message est préparé pour l’ancienne adresse.
        </p>
        <Form method="post">
          <SubmitButton pending="Enregistrement en cours">Adopter cette adresse</SubmitButton>
        </Form>
      </Section>
    </Page>
  )
}
