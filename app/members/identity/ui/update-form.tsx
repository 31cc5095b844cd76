import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary, faultsOf, FormActions } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { CitationFields } from '../../register/ui/citation-fields'
import { citedIdentity, identitySchema } from '../member.form'
import type { MemberSheet } from '../../register/sheet/member-sheet.query.server'
import { IdentityFields } from './identity-fields'

type Props = {
  member: Pick<MemberSheet, 'id' | 'kind' | 'identity'>
  reply: FormReply | undefined
  /** the address of an officer: proposed as a reprise */
  cited: boolean
}

/** Corrects who a member is or how to reach it. */
export function UpdateForm({ member, reply, cited }: Props) {
  const known = Object.fromEntries(Object.entries(member.identity).filter(([, value]) => value !== null))
  const schema = cited ? citedIdentity : identitySchema
  const [form, fields] = useForm<z.input<typeof citedIdentity>, z.output<typeof identitySchema>>({
    lastResult: reply?.lastResult,
    defaultValue: { ...known, kind: member.kind },
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
      <IdentityFields kind={member.kind} fields={fields} />
      <FormActions consequence="La catégorie et les dates d’adhésion ne se corrigent pas ici : elles viennent de décisions datées.">
        <SubmitButton pending="Enregistrement en cours">
          {cited ? 'Proposer cette reprise' : 'Enregistrer les corrections'}
        </SubmitButton>
        <TextLink to={`/membres/${member.id}`}>Annuler</TextLink>
      </FormActions>
    </Form>
  )
}
