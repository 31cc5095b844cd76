import { Form, Link } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { FormActions } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

type RenewalPageProps = {
  email: string
  vers: string
  demo: boolean
  outbox: boolean
  sent: boolean
  tooOften: string | null
}

/** Before an act that binds: whoever is signed in proves once more who he is. */
export function RenewalPage({ email, vers, demo, outbox, sent, tooOften }: RenewalPageProps) {
  return (
    <Page
      title={sent ? 'Consultez votre messagerie' : 'Confirmez votre identité'}
      lead="Vous allez accomplir un acte qui engage l’association. Il est demandé d’avoir prouvé son identité depuis moins de 10 minutes."
    >
      <Section>
        {tooOften ? (
          <Notice tone="warning" title="Patientez un peu" live="alert">
            <p>{tooOften}</p>
          </Notice>
        ) : null}
        {sent ? (
          <Notice tone="success" title="Le lien est parti" live="status">
            <p>
              Ouvrez, <strong>dans ce navigateur</strong>, le lien envoyé à{' '}
              <strong className="break-all">{email}</strong>. Vous reviendrez ensuite là où vous étiez.
            </p>
            {outbox ? (
              <p>
                Démonstration&nbsp;: aucun courriel ne part,{' '}
                <Link to={`/demo/courriels?${new URLSearchParams({ q: email })}`}>lisez-le ici</Link>.
              </p>
            ) : null}
          </Notice>
        ) : null}
        <Form method="post" className="space-y-5">
          <input type="hidden" name="vers" value={vers} />
          <FormActions
            consequence={
              <>
                Un lien est envoyé à <strong className="break-all">{email}</strong>. Il sert une seule fois, pendant
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
