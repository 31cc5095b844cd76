import { TextLink } from '~/ui/link'
import { DefinitionList } from '~/ui/definition-list'
import { euros, frenchDate } from '~/ui/format'
import { Money } from '~/ui/money'
import { DataTable, type Column } from '~/ui/table'
import { Timeline } from '~/ui/timeline'
import { METHOD_WORDS } from '../method-words'
import type { PaymentPage } from '../payment-page.query.server'
import { PaymentStateBadge } from './payment-state'

export function PaymentFacts({ payment }: { payment: PaymentPage }) {
  const { refundedCents, contestedCents, leftCents, feeCents, cheque, slip, bankLine } = payment
  const sum = (term: string, cents: number) => (cents > 0 ? [{ term, value: <Money cents={cents} /> }] : [])
  return (
    <DefinitionList
      items={[
        { term: 'État', value: <PaymentStateBadge state={payment.state} /> },
        { term: 'Payé par', value: payment.payerName },
        { term: 'Mode', value: METHOD_WORDS[payment.method] },
        ...(payment.paidOn ? [{ term: 'Reçu le', value: frenchDate(payment.paidOn) }] : []),
        ...(payment.receivedCents > 0 ? [] : sum('Somme attendue', payment.expectedCents)),
        ...sum('Somme reçue', payment.receivedCents),
        ...sum('Remboursé', refundedCents),
        ...sum('Contesté ou rejeté par la banque', contestedCents),
        ...sum('Reste à employer', leftCents),
        ...(feeCents === null ? [] : sum('Frais du prestataire', feeCents)),
        ...(cheque ? [{ term: 'Chèque', value: [`n° ${cheque.number}`, cheque.bank].filter(Boolean).join(', ') }] : []),
        ...(slip === null
          ? []
          : [{ term: 'Remis en banque', value: <TextLink to={`/cotisations/remises`}>Bordereau n° {slip}</TextLink> }]),
        ...(bankLine ? [{ term: 'Ligne du relevé', value: `${bankLine.label} (${frenchDate(bankLine.on)})` }] : []),
        ...(payment.reference ? [{ term: 'Libellé', value: payment.reference }] : []),
      ]}
    />
  )
}

type Line = PaymentPage['lines'][number]

/** What each dues receives of the payment, with its receipts, cancelled ones included. */
export function PaymentDues({ payment }: { payment: PaymentPage }) {
  const columns: Column<Line>[] = [
    { key: 'member', header: 'Membre', cell: ({ member }) => member.label },
    { key: 'dues', header: 'Cotisation', cell: ({ year, reference }) => `${year}, ${reference}` },
    {
      key: 'given',
      header: 'Employé',
      cell: ({ givenCents }) => <Money cents={givenCents} />,
      numeric: true,
    },
    {
      key: 'receipts',
      header: 'Reçus',
      cell: ({ duesId }) => (
        <ul>
          {payment.receipts
            .filter((receipt) => receipt.duesId === duesId)
            .map(({ id, number, amountCents, cancelledOn, cancelReason }) => (
              <li key={id}>
                <TextLink to={`/recus/${id}.pdf`} reload>
                  Reçu n° {number}
                </TextLink>
                {cancelledOn ? `, ${euros(amountCents)}, annulé le ${frenchDate(cancelledOn)} (${cancelReason})` : ''}
              </li>
            ))}
        </ul>
      ),
    },
  ]
  return (
    <DataTable
      caption="Ce que ce paiement règle"
      captionHidden
      columns={columns}
      rows={payment.lines}
      rowKey={({ duesId }) => duesId}
    />
  )
}

const KINDS = { RECEIVED: 'reçus', REFUNDED: 'remboursés', CONTESTED: 'contestés ou rejetés' }
const BACK = { RECEIVED: 'retirés', REFUNDED: 'remboursement annulé', CONTESTED: 'rendus après contestation' }

export const PaymentMovements = ({ payment }: { payment: PaymentPage }) => (
  <Timeline
    label="Mouvements"
    entries={payment.entries.map(({ id, on, kind, amountCents, why }) => ({
      key: id,
      when: frenchDate(on),
      dateTime: on,
      title: `${euros(Math.abs(amountCents))} ${amountCents > 0 ? KINDS[kind] : BACK[kind]}`,
      detail: why ?? undefined,
    }))}
  />
)
