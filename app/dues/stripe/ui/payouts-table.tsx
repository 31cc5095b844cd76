import { euros, shortDate } from '~/ui/format'
import { Money } from '~/ui/money'
import { StatusBadge } from '~/ui/status-badge'
import { DataTable, type Column } from '~/ui/table'
import type { StripeLink } from '../link.query.server'

type Payout = StripeLink['payouts'][number]

const columns: Column<Payout>[] = [
  { key: 'on', header: 'Arrivé le', cell: ({ on }) => shortDate(on) },
  { key: 'amount', header: 'Montant', numeric: true, cell: ({ amountCents }) => <Money cents={amountCents} /> },
  {
    key: 'net',
    header: 'Ses mouvements',
    numeric: true,
    cell: ({ unlisted, netCents }) => (unlisted ? 'non listés' : <Money cents={netCents} />),
  },
  { key: 'state', header: 'Rapprochement', cell: (payout) => <Agreement payout={payout} /> },
]

/** Transfers from Stripe to the bank, each beside what it is made of. */
export function PayoutsTable({ payouts }: { payouts: Payout[] }) {
  return (
    <DataTable
      caption="Derniers virements de Stripe"
      captionHidden
      columns={columns}
      rows={payouts}
      rowKey={({ id }) => id}
    />
  )
}

function Agreement({ payout: { status, unlisted, amountCents, netCents, unknownCents } }: { payout: Payout }) {
  if (status === 'failed' || status === 'canceled') return <StatusBadge tone="refusal">non reçu</StatusBadge>
  if (unlisted) return 'Versé à la main : ses mouvements ne peuvent pas être listés.'
  if (netCents !== amountCents)
    return <StatusBadge tone="refusal">écart de {euros(amountCents - netCents)}</StatusBadge>
  if (unknownCents !== 0) return <StatusBadge tone="warning">{euros(unknownCents)} d’origine inconnue</StatusBadge>
  return <StatusBadge tone="success">concorde</StatusBadge>
}
