import { Form } from '@remix-run/react'
import type { ByLeaving, Leaving } from '~/platform/mail/leaving'
import { NoMailServer } from '~/platform/mail/ui/no-mail-server'
import { SubmitButton } from '~/ui/button'
import { FormActions } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

type RenewalPageProps = {
  email: string
  vers: string
  demo: boolean
  leaving: Leaving
  sent: boolean
  tooOften: string | null
}

const ASKED = {
  leaves: 'Le lien est prêt, il arrive d’ordinaire en moins d’une minute',
  stays: 'Le lien ne peut pas partir',
  demo: 'Le lien est prêt',
} as const satisfies ByLeaving

/** Before an act that binds: whoever is signed in proves once more who he is. */
export function RenewalPage({ email, vers, demo, leaving, sent, tooOften }: RenewalPageProps) {
  return (
    <Page
      title={sent && leaving === 'leaves' ? 'Consultez votre messagerie' : 'Confirmez votre identité'}
      lead="Vous allez accomplir un acte qui engage l’association. Il est demandé d’avoir prouvé son identité depuis moins de 10 minutes."
    >
      <Section>
        {tooOften ? (
          <Notice tone="warning" title="Patientez un peu" live="alert">
            <p>{tooOften}</p>
          </Notice>
        ) : null}
        {sent ? (
          <Notice tone={leaving === 'stays' ? 'warning' : 'success'} title={ASKED[leaving]} live="status">
            {leaving === 'stays' ? null : (
              <p>
                Ouvrez, <strong>dans ce navigateur</strong>, le lien adressé à{' '}
                <strong className="break-all">{email}</strong>. Vous reviendrez ensuite là où vous étiez.
              </p>
            )}
          </Notice>
        ) : null}
        {sent || leaving === 'stays' ? <NoMailServer leaving={leaving} to={email} /> : null}
        <Form method="post" className="space-y-5">
          <input type="hidden" name="vers" value={vers} />
          <FormActions
            consequence={
              <>
                Un lien est préparé pour <strong className="break-all">{email}</strong>. Il sert une seule fois, pendant
                15&nbsp;minutes.
              </>
            }
          >
            <SubmitButton name="intent" value="renew" tone={sent ? 'secondary' : 'primary'}>
              {sent ? 'Envoyer un autre lien' : 'Recevoir le lien'}
            </SubmitButton>
            {demo ? (
              <SubmitButton name="intent" value="demo" tone="secondary" pending="Confirmation en cours">
                Confirmer mon identité (démonstration)
              </SubmitButton>
            ) : null}
          </FormActions>
        </Form>
      </Section>
    </Page>
  )
}
