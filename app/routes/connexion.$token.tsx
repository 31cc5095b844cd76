import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { now } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { orStatus } from '~/platform/http/or-status.server'
import { consumeLink, linkState } from '~/platform/sign-in/consume-link.server'
import { SubmitButton } from '~/ui/button'
import { ButtonLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Se connecter' }, { name: 'robots', content: 'noindex' }]

export const headers = () => ({ 'Cache-Control': 'no-store' })

/** Shows a button and consumes nothing: mail scanners follow links. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { state: await linkState(db(), params.token ?? '', await now()) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const opened = await orStatus(
    consumeLink(
      { db: db(), now: await now() },
      {
        token: params.token ?? '',
        cookie: request.headers.get('cookie'),
        userAgent: request.headers.get('user-agent'),
        clientIp: context.clientIp,
      },
    ),
  )
  // the loader then tells why it could not be used
  if (!opened) return null
  return redirect(opened.redirectTo, opened.cookie ? { headers: { 'Set-Cookie': opened.cookie } } : undefined)
}

export default function SignInLink() {
  const { state } = useLoaderData<typeof loader>()
  if (state !== 'usable') return <DeadLink used={state === 'used'} />
  return (
    <Page title="Vous y êtes presque" lead="Appuyez sur le bouton pour ouvrir votre session sur cet appareil.">
      <Section>
        <Form method="post" className="max-w-lg">
          <SubmitButton pending="Connexion en cours">Me connecter</SubmitButton>
        </Form>
        <p className="text-muted">
          Sur un appareil que vous partagez, pensez à vous déconnecter en partant. Vous pouvez aussi mettre fin à vos
          sessions à distance.
        </p>
      </Section>
    </Page>
  )
}

function DeadLink({ used }: { used: boolean }) {
  return (
    <Page
      title={used ? 'Ce lien a déjà servi' : 'Ce lien ne sert plus'}
      lead={
        used
          ? 'Chaque lien ouvre une seule session.'
          : 'Un lien de connexion sert pendant 15 minutes. Celui-ci est plus ancien, ou son adresse est incomplète.'
      }
      actions={<ButtonLink to="/connexion">Demander un nouveau lien</ButtonLink>}
    />
  )
}
