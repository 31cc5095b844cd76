import { euros } from '~/ui/format'
import { DefinitionList } from '~/ui/definition-list'
import { StatusBadge } from '~/ui/status-badge'
import type { PaymentReturn } from '../payment-return.query.server'

/** What a payment on line is for: one line a member and year. */
export function PaymentLines({ lines }: { lines: PaymentReturn['lines'] }) {
  return (
    <DefinitionList
      items={lines.map(({ label, year, amountCents, settled }) => ({
        term: label,
        value: `Cotisation ${year} : ${euros(amountCents)}`,
        mark: settled ? <StatusBadge tone="success">réglée</StatusBadge> : null,
      }))}
    />
  )
}
