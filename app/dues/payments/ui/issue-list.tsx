import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { euros, frenchDateTime } from '~/ui/format'
import { TextField } from '~/ui/form'
import { ButtonLink } from '~/ui/link'
import type { ShownIssue } from '../issues-page.query.server'

type Props = { issues: readonly ShownIssue[]; fault: { issueId: string; message: string } | null }

/** Each question: what it is, its figures, what can be done. */
export function IssueList({ issues, fault }: Props) {
  return (
    <ul aria-label="Questions en attente" className="max-w-[52rem] border-t border-rule">
      {issues.map((issue) => (
        <li key={issue.id} className="space-y-3 border-b border-rule py-5">
          <div>
            <h3 className="text-[1.1875rem]">{issue.title}</h3>
            <p>{issue.sentence}</p>
            <p className="text-[0.9375rem] text-muted">
              {issue.payment ? `${issue.payment.payerName}, ` : ''}depuis le {frenchDateTime(issue.since)}
            </p>
          </div>
          <IssueActions issue={issue} />
          <ResolveForm issue={issue} message={fault?.issueId === issue.id ? fault.message : null} />
        </li>
      ))}
    </ul>
  )
}

function IssueActions({ issue: { payment } }: { issue: ShownIssue }) {
  if (!payment) return null
  const at = `/cotisations/paiements/${payment.id}`
  return (
    <div className="flex flex-wrap gap-3">
      {payment.leftCents > 0 ? (
        <ButtonLink to={`${at}/affecter`}>Affecter {euros(payment.leftCents)}</ButtonLink>
      ) : null}
      {payment.leftCents > 0 && payment.heldCents > 0 ? (
        <ButtonLink to={`${at}/rembourser`} tone="secondary">
          Rembourser
        </ButtonLink>
      ) : null}
      <ButtonLink to={at} tone="secondary">
        Voir le paiement
      </ButtonLink>
    </div>
  )
}

function ResolveForm({ issue, message }: { issue: ShownIssue; message: string | null }) {
  const id = `note-${issue.id}`
  return (
    <details open={message !== null || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 text-accent underline underline-offset-4">
        C’est traité<span className="sr-only"> : {issue.title}</span>
      </summary>
      <Form method="post" className="mt-2 space-y-3">
        <input type="hidden" name="issueId" value={issue.id} />
        <TextField
          name="note"
          id={id}
          label="Ce qui a été fait"
          help="Par exemple : vu avec la banque le 3 mai, rien à rendre"
          maxLength={300}
          errors={message === null ? undefined : [message]}
        />
        <SubmitButton tone="secondary" pending="Enregistrement">
          Classer
        </SubmitButton>
      </Form>
    </details>
  )
}
