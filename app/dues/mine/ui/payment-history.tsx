import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Money } from '~/ui/money'
import { DataTable, type Column } from '~/ui/table'
import { METHOD_WORDS } from '../../payments/method-words'
import { PaymentStateBadge } from '../../payments/ui/payment-state'
import type { MyPayment } from '../my-payments.query.server'

const columns: Column<MyPayment>[] = [
  { key: 'on', header: 'Date', cell: ({ on }) => frenchDate(on) },
  {
    key: 'for',
    header: 'Pour',
    cell: ({ lines, payerName }) => (
      <>
        <ul>
          {lines.map(({ duesId, label, year }) => (
            <li key={duesId}>
              {label}, {year}
            </li>
          ))}
        </ul>
        {payerName ? <span className="text-muted">payé par {payerName}</span> : null}
      </>
    ),
  },
  { key: 'method', header: 'Mode', cell: ({ method }) => METHOD_WORDS[method] },
  { key: 'amount', header: 'Somme', cell: ({ cents }) => <Money cents={cents} />, numeric: true },
  {
    key: 'state',
    header: 'État',
    cell: ({ state, resumeUrl }) => (
      <>
        <PaymentStateBadge state={state} />
        {resumeUrl ? (
          <>
            {' '}
            <a href={resumeUrl}>Reprendre</a>
          </>
        ) : null}
      </>
    ),
  },
  {
    key: 'receipts',
    header: 'Reçus',
    cell: ({ receipts }) => (
      <ul>
        {receipts.map(({ id, number, cancelledOn }) => (
          <li key={id}>
            <TextLink to={`/recus/${id}.pdf`} reload>
              Reçu n° {number} (PDF)
            </TextLink>
            {cancelledOn ? `, annulé le ${frenchDate(cancelledOn)}` : ''}
          </li>
        ))}
      </ul>
    ),
  },
]

/** Every payment with its state, under way and contested ones included. */
export const PaymentHistory = ({ payments }: { payments: readonly MyPayment[] }) => (
  <DataTable caption="Mes paiements" captionHidden columns={columns} rows={payments} rowKey={({ id }) => id} />
)
