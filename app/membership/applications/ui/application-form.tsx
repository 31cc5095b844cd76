import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { ArticleChip, RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary, faultsOf, FormActions } from '~/ui/form'
import { Section } from '~/ui/page'
import type { ApplicationPage } from '../application-page.query.server'
import { applicationForm } from '../application.form'
import { AgreementFields } from './agreement-fields'
import { BodyFields, PersonFields, PlaceFields } from './applicant-fields'

type Props = { kind: 'PERSON' | 'BODY'; page: ApplicationPage; reply: FormReply | undefined }

/** The request to join: who, where, what is agreed to. */
export function ApplicationForm({ kind, page, reply }: Props) {
  const [form, fields] = useForm<z.input<typeof applicationForm>, z.output<typeof applicationForm>>({
    lastResult: reply?.lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: applicationForm }),
    shouldRevalidate: 'onInput',
  })
  const body = kind === 'BODY'
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <div className="mt-6">
        {reply?.refusal?.reasons.length ? (
          <RefusalPanel refusal={reply.refusal} />
        ) : (
          <ErrorSummary faults={faultsOf(form, fields)} />
        )}
      </div>
      <input type="hidden" name="kind" value={kind} />
      <Section title={body ? 'La structure' : 'Vous'}>
        <div className="space-y-6">{body ? <BodyFields fields={fields} /> : <PersonFields fields={fields} />}</div>
      </Section>
      <Section
        title={body ? 'Son adresse' : 'Où vous exercez'}
        margin={<ArticleChip rule="6-b">Les membres sont établis dans le territoire des statuts</ArticleChip>}
      >
        <div className="space-y-6">
          <PlaceFields fields={fields} territory={page.territory} />
        </div>
      </Section>
      <Section
        title={body ? 'L’engagement de la structure' : 'Votre engagement'}
        margin={
          <>
            <ArticleChip rule="6.2-a">Un membre s’engage dans l’objet de l’association</ArticleChip>
            <ArticleChip rule="18-a">Adhérer aux statuts, c’est adhérer au règlement intérieur</ArticleChip>
          </>
        }
      >
        <div className="space-y-6">
          <AgreementFields fields={fields} page={page} />
          <FormActions
            consequence={`${page.admitting.name} examine votre demande. La réponse se fait par courriel, à cette adresse ; rien n’est à payer d’ici là.`}
          >
            <SubmitButton pending="Envoi en cours">Envoyer ma demande</SubmitButton>
          </FormActions>
        </div>
      </Section>
    </Form>
  )
}
