import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import { decideApplicationForm } from '~/membership/admission/decide-application.form'
import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { ProveFirst } from '~/platform/sign-in/ui/prove-first'
import { SubmitButton } from '~/ui/button'
import { bind, ErrorSummary, faultsOf, FormActions, RadioGroup } from '~/ui/form'
import type { ApplicationSheet } from '../application-sheet.query.server'

type Props = { sheet: ApplicationSheet; reply: FormReply | undefined }

/** Where the President alone admits: his answer, once he has proved who he is; the others learn that they wait for it. */
export function DecideForm({ sheet: { id, label, decides, fresh }, reply }: Props) {
  const [form, fields] = useForm({
    id: 'decision',
    lastResult: reply?.lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: decideApplicationForm }),
  })
  if (!decides) return <p>La réponse revient au Président seul. Elle paraîtra ici.</p>
  if (!fresh) return <ProveFirst path={`/candidatures/${id}`} before="Avant de répondre" />
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-5">
      {reply?.refusal ? null : <ErrorSummary faults={faultsOf(form, fields)} />}
      <input type="hidden" name="intent" value="decide" />
      <RadioGroup
        {...bind(fields.outcome)}
        label="Votre réponse"
        choices={[
          {
            value: 'admit',
            label: `Admettre ${label}`,
            help: 'Membre dès aujourd’hui : inscription au registre, accès, cotisation de l’année.',
          },
          {
            value: 'refuse',
            label: 'Ne pas retenir la candidature',
            help: 'Ses données sont effacées trois mois après. Une nouvelle demande reste possible.',
          },
        ]}
      />
      <FormActions
        consequence={
          <>
            <Prepared to="la personne, avec cette réponse" /> Aucun motif n’est demandé ni gardé, et la réponse ne se
            reprend pas.
          </>
        }
      >
        <SubmitButton pending="Réponse en cours">Donner cette réponse</SubmitButton>
      </FormActions>
    </Form>
  )
}
