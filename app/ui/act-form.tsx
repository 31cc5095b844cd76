import type { FormMetadata } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { RefusalPanel } from './article-chip'
import { faultsOf } from './conform'
import { ErrorSummary } from './error-summary'

type ActFormProps = {
  form: Pick<FormMetadata<Record<string, unknown>>, 'id' | 'onSubmit' | 'noValidate' | 'allErrors'>
  fields: Record<string, { id: string }>
  /** which act of the page it is, where there are several */
  intent?: string
  /** for a form that carries a file */
  encType?: 'multipart/form-data'
  /** left out where a refusal is shown among the faults */
  reply?: { refusal: ComponentProps<typeof RefusalPanel>['refusal'] | null } | null | undefined
  children: ReactNode
}

/** The form of one act: why it was refused, or what is wrong in it, then its fields. */
export function ActForm({ form, fields, intent, encType, reply, children }: ActFormProps) {
  return (
    <Form
      method="post"
      encType={encType}
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
      className="space-y-6"
    >
      {intent ? <input type="hidden" name="intent" value={intent} /> : null}
      {reply?.refusal ? <RefusalPanel refusal={reply.refusal} /> : <ErrorSummary faults={faultsOf(form, fields)} />}
      {children}
    </Form>
  )
}
