import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import type { DuesTotals } from '~/members/import/dues-side'
import type { Counts } from '~/members/import/plan-import.server'
import { CitationFields } from '~/members/register/ui/citation-fields'
import { AnnouncedFields } from '~/members/import/ui/import-confirmation'
import type { FormReply } from '~/platform/http/form-action.server'
import { Prepared } from '~/platform/mail/ui/prepared'
import { SubmitButton } from '~/ui/button'
import { ErrorSummary, faultsOf, FormActions } from '~/ui/form'
import { TextLink } from '~/ui/link'
import { proposalForm } from '../proposal.form'

type Props = { counts: Counts; dues: DuesTotals | null; reply: FormReply | undefined }

/** The first signature of an import: what the dry run announced, with the act that it cites. */
export function ProposeImport({ counts, dues, reply }: Props) {
  const [form, fields] = useForm<z.input<typeof proposalForm>, z.output<typeof proposalForm>>({
    lastResult: reply?.lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: proposalForm }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="space-y-6">
      <ErrorSummary faults={faultsOf(form, fields).filter(({ id }) => id)} />
      <input type="hidden" name="intent" value="propose" />
      <CitationFields fields={fields} />
      <AnnouncedFields counts={counts} dues={dues} />
      <FormActions
        consequence={
          <>
            <Prepared to="chacun des autres membres du Bureau" /> Rien n’est écrit avant la seconde signature ; le
            fichier est gardé jusque-là.
          </>
        }
      >
        <SubmitButton pending="Proposition en cours">Proposer cet import</SubmitButton>
        <TextLink to="/membres/import">Déposer un autre fichier</TextLink>
      </FormActions>
    </Form>
  )
}
