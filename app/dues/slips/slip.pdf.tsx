import { Facts, PdfDocument, Subheading, Subtitle, Table, Title, type Letterhead } from '~/platform/pdf/kit'
import { plainDate } from '~/statutes/french'
import { euros, plural } from '~/ui/format'
import { spacedIban } from '~/banking/iban'

export type SlipProps = {
  letterhead: Letterhead
  number: number
  depositedOn: string
  iban: string | null
  cheques: { payerName: string; number: string; bank: string; cents: number; unpaid: boolean }[]
}

/** « Bordereau de remise de chèques n° 4 », to hand in with the cheques. */
export function SlipPdf({ letterhead, number, depositedOn, iban, cheques }: SlipProps) {
  const total = cheques.reduce((sum, { cents }) => sum + cents, 0)
  return (
    <PdfDocument title={`Remise de chèques n° ${number}`} letterhead={letterhead}>
      <Title>{`Remise de chèques n° ${number}`}</Title>
      <Subtitle>{`Remise du ${plainDate(depositedOn)}`}</Subtitle>
      <Facts
        facts={[
          ['Titulaire du compte', letterhead.name],
          ...(iban ? [['IBAN', spacedIban(iban)] as const] : []),
          ['Nombre', plural(cheques.length, 'chèque')],
          ['Total', euros(total)],
        ]}
      />
      <Table
        columns={[
          { header: 'Tireur', flex: 5 },
          { header: 'Banque', flex: 4 },
          { header: 'N° de chèque', flex: 3 },
          { header: 'Somme', flex: 2 },
        ]}
        rows={[
          ...cheques.map(({ payerName, bank, number: cheque, cents, unpaid }) => [
            unpaid ? `${payerName} (annulé depuis)` : payerName,
            bank,
            cheque,
            euros(cents),
          ]),
          ['Total', '', '', euros(total)],
        ]}
      />
      <Subheading>Signature</Subheading>
    </PdfDocument>
  )
}
