import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { bind, DateField, ErrorSummary, faultsOf, FileField, FormActions } from '~/ui/form'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { DataTable } from '~/ui/table'
import type { InternalRulesPage } from '../internal-rules-page.query.server'
import { internalRulesForm } from '../internal-rules.form'

const FILE = '/statuts/reglement-interieur.pdf'

/** Every version, the latest first. */
export function InternalRulesVersions({ page }: { page: InternalRulesPage }) {
  return (
    <DataTable
      caption="Versions du règlement intérieur, la plus récente d’abord"
      captionHidden
      rows={page.versions}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          key: 'version',
          header: 'Version',
          cell: ({ version }) => <TextLink to={`${FILE}?version=${version}`} reload>{`Version ${version}`}</TextLink>,
        },
        {
          key: 'approved',
          header: 'Approuvée',
          cell: ({ approvedBy, approvedOn }) => `par le ${approvedBy}, le ${frenchDate(approvedOn)}`,
        },
        {
          key: 'from',
          header: 'En vigueur',
          cell: ({ effectiveFrom, coming }) => `${coming ? 'à partir du' : 'depuis le'} ${frenchDate(effectiveFrom)}`,
        },
      ]}
    />
  )
}

/** A new version, once the Bureau has approved it. */
export function InternalRulesForm({ reply, today }: { reply: FormReply | undefined; today: string }) {
  const [form, fields] = useForm({
    lastResult: reply?.lastResult,
    defaultValue: { approvedOn: today, effectiveFrom: today },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: internalRulesForm }),
    shouldRevalidate: 'onInput',
  })
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
      className="space-y-6"
    >
      {reply?.refusal?.reasons.length ? (
        <RefusalPanel refusal={reply.refusal} />
      ) : (
        <ErrorSummary faults={faultsOf(form, fields)} />
      )}
      <FileField
        name="file"
        id={`${form.id}-file`}
        errors={reply?.lastResult.error?.file ?? undefined}
        label="Règlement intérieur"
        required
        accept=".pdf"
        help="PDF, 15 Mo au plus"
      />
      <DateField {...bind(fields.approvedOn)} label="Approuvé par le Bureau le" required />
      <DateField {...bind(fields.effectiveFrom)} label="En vigueur à partir du" required />
      <FormActions consequence="Cette version est publique et ne se modifie plus. Les demandes d’adhésion la font accepter dès qu’elle est en vigueur.">
        <SubmitButton pending="Enregistrement en cours">Publier cette version</SubmitButton>
      </FormActions>
    </Form>
  )
}
