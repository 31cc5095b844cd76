import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import type { Leaving } from '~/platform/mail/leaving'
import { NoMailServer } from '~/platform/mail/ui/no-mail-server'
import { SubmitButton } from '~/ui/button'
import { bind, ErrorSummary, faultsOf, FormActions, TextField } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'
import { useActForm } from '~/ui/use-act-form'
import { signInForm } from '../sign-in.form'

type SignInPageProps = { vers: string; demo: boolean; leaving: Leaving; reply?: FormReply }

/** One field: the address to which the link goes. */
export function SignInPage({ vers, demo, leaving, reply }: SignInPageProps) {
  const tooOften = reply?.refusal
  const [form, fields] = useActForm(signInForm, {
    lastResult: reply?.lastResult,
    constraint: getZodConstraint(signInForm),
    defaultValue: { vers },
  })
  return (
    <Page
      title="Se connecter"
      lead="Sans mot de passe : un lien de connexion vient par courriel, à l’adresse que l’association connaît."
    >
      <Section>
        {tooOften ? (
          <Notice tone="warning" title="Patientez un peu" live="alert">
            <p>{tooOften.message}</p>
          </Notice>
        ) : null}
        {leaving === 'stays' ? <NoMailServer leaving={leaving} /> : null}
        {demo ? (
          <Notice title="Ceci est une démonstration">
            <p>
              <Link to="/demo">Entrez directement comme l’une des personnes de la communauté</Link>, sans courriel.
            </p>
          </Notice>
        ) : null}
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-5">
          {tooOften ? null : <ErrorSummary faults={faultsOf(form, fields)} />}
          <input type="hidden" name={fields.vers.name} value={vers} />
          <TextField
            {...bind(fields.email)}
            type="email"
            label="Votre adresse de courriel"
            help="Par exemple anne.martin@exemple.fr"
            autoComplete="email"
            inputMode="email"
            spellCheck={false}
          />
          <FormActions consequence="Le lien sert une seule fois, pendant 15 minutes.">
            <SubmitButton>Recevoir le lien</SubmitButton>
          </FormActions>
        </Form>
      </Section>
    </Page>
  )
}
