import { Form } from '@remix-run/react'
import { SubmitButton } from '~/ui/button'
import { frenchDate } from '~/ui/format'
import { StatusBadge } from '~/ui/status-badge'
import type { LoanLine } from '../bureau-lines'

/** Delegations and replacements that run or are to come, each with what it lends, since when, and its end. */
export function Loans({ loans, mayRevoke }: { loans: readonly LoanLine[]; mayRevoke: boolean }) {
  return (
    <ul className="border-t border-rule">
      {loans.map((loan) => (
        <li key={loan.id} className="border-b border-rule py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <strong className="font-semibold">{loan.to}</strong>
            {loan.replacement ? <StatusBadge tone="turn">remplace {loan.holder}</StatusBadge> : null}
            {loan.begun ? null : <StatusBadge>à venir</StatusBadge>}
          </p>
          <p>{loan.replacement ? 'Tous les pouvoirs du Président' : `Peut ${loan.powers.join(', ')}`}</p>
          <p className="text-[0.9375rem] text-muted">
            Du {frenchDate(loan.startsOn)} {loan.endsOn ? `au ${frenchDate(loan.endsOn)}` : '(sans terme)'}.
            Motif&nbsp;: {loan.reason}
          </p>
          {mayRevoke ? (
            <Form method="post" className="-ml-4">
              <SubmitButton
                tone="quiet"
                name="delegationId"
                value={loan.id}
                pending="Fin en cours"
                aria-label={`Mettre fin aujourd’hui, ${loan.to}`}
              >
                Mettre fin aujourd’hui
              </SubmitButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
