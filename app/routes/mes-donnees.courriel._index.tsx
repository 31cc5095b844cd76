import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeEmailForm } from '~/personal-data/my-data/email/change-email.form'
import { requestEmailChange } from '~/personal-data/my-data/email/request-email-change.server'
import { ChangeEmailForm } from '~/personal-data/my-data/email/ui'
import { signedInContext } from '~/offices/request.server'
import { formAction } from '~/platform/http/form-action.server'
import type { ByLeaving } from '~/platform/mail/leaving'
import { mailLeaving } from '~/platform/mail/mail-server.server'
import { NoMailServer } from '~/platform/mail/ui/no-mail-server'
import { isFresh, renewalPath } from '~/platform/sign-in/fresh'
import { ButtonLink, TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

const HERE = '/mes-donnees/courriel'

const SENT = {
  leaves: {
    title: 'Consultez la messagerie de la nouvelle adresse',
    lead: 'Un message est prêt pour elle, en attente d’envoi.',
  },
  stays: { title: 'Le message ne peut pas partir', lead: 'Un message est prêt pour la nouvelle adresse.' },
  demo: { title: 'Lisez le message dans la démonstration', lead: 'Un message est prêt pour la nouvelle adresse.' },
} as const satisfies ByLeaving<{ title: string; lead: string }>

export const meta: MetaFunction = () => [{ title: 'Changer d’adresse électronique' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await signedInContext(request)
  return {
    email: actor.email,
    leaving: mailLeaving(),
    fresh: isFresh(actor, now),
    sent: new URL(request.url).searchParams.has('envoye'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await signedInContext(request)
  return formAction(await request.formData(), changeEmailForm, async (input) => {
    await requestEmailChange(ctx, input)
    return redirect(`${HERE}?envoye`)
  })
}

export default function ChangeEmail() {
  const { email, leaving, fresh, sent } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const crumbs = [
    { href: '/compte', label: 'Mon espace' },
    { href: '/mes-donnees', label: 'Mes données' },
  ]
  if (sent)
    return (
      <Page
        title={SENT[leaving].title}
        breadcrumb={crumbs}
        lead={`${SENT[leaving].lead} Le lien qu’il contient sert une fois, pendant 60 minutes, sur un appareil où votre session est ouverte.`}
      >
        <Section>
          <NoMailServer leaving={leaving} />
          <p>
            Jusque-là, rien ne change&nbsp;: convocations et liens de connexion vont à{' '}
            <strong className="break-words">{email}</strong>.
          </p>
          <p>
            Rien n’arrive&nbsp;? Regardez parmi les messages indésirables, puis{' '}
            <TextLink to={HERE}>vérifiez l’adresse</TextLink>.
          </p>
        </Section>
      </Page>
    )
  return (
    <Page
      title="Changer d’adresse électronique"
      breadcrumb={crumbs}
      lead="C’est à cette adresse que l’association vous écrit et que vous vous connectez."
    >
      <Section>
        <p>
          Adresse actuelle&nbsp;: <strong className="break-words">{email}</strong>
        </p>
        {fresh ? (
          <ChangeEmailForm reply={reply} />
        ) : (
          <>
            <p>
              Avant ce changement, nous vérifions que c’est bien vous, par un lien à cette adresse qui vous ramène ici.
            </p>
            <div className="flex flex-wrap items-center gap-3">
              <ButtonLink to={renewalPath(HERE)}>Confirmer mon identité</ButtonLink>
              <TextLink to="/mes-donnees">Annuler</TextLink>
            </div>
            <p className="text-muted">
              Vous ne lisez plus cette adresse&nbsp;? Le secrétariat peut la remplacer sur votre fiche.
            </p>
          </>
        )}
      </Section>
    </Page>
  )
}
