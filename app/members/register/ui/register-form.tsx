import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FormActions, SelectField } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { citedRegisterSchema, registerSchema } from '../../identity/member.form'
import { CitationFields } from './citation-fields'
import { IdentityFields } from '../../identity/ui/identity-fields'

type Props = {
  kind: 'PERSON' | 'BODY'
  reply: FormReply | undefined
  categories: { value: string; label: string }[]
  /** the installation is closed: proposed with the act that it cites, for another to sign */
  cited: boolean
}

/** A new member: its admission first, for that is what makes it one. */
export function RegisterForm({ kind, reply, categories, cited }: Props) {
  const schema = cited ? citedRegisterSchema : registerSchema
  const [form, fields] = useForm<z.input<typeof citedRegisterSchema>, z.output<typeof registerSchema>>({
    lastResult: reply?.lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      {reply?.refusal?.reasons.length ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      {cited ? <CitationFields fields={fields} /> : null}
      <SelectField {...bind(fields.category)} label="Catégorie" required empty="Choisissez" choices={categories} />
      <DateField
        {...bind(fields.admittedOn)}
        label="Admis le"
        required
        help="Le jour de la décision du Bureau ou de l’assemblée."
      />
      <IdentityFields kind={kind} fields={fields} />
      <FormActions
        consequence={
          cited ? (
            <>
              <Prepared to="chacun des autres membres du Bureau" /> Le membre entre au registre à la seconde signature.
            </>
          ) : kind === 'BODY' ? (
            'La structure entre au registre. Vous nommerez ensuite qui la représente.'
          ) : (
            'La personne entre au registre et peut se connecter si elle a une adresse. Aucun courriel ne part.'
          )
        }
      >
        <SubmitButton pending="Enregistrement en cours">
          {cited ? 'Proposer cette reprise' : 'Enregistrer ce membre'}
        </SubmitButton>
        <TextLink to="/membres">Annuler</TextLink>
      </FormActions>
    </Form>
  )
}
