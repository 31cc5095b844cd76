import { Facts, Paragraphs, PdfDocument, Subtitle, Table, Title } from '~/platform/pdf/kit'
import { plainDate } from '~/statutes/french'
import { euros } from '~/ui/format'
import type { ReceiptFacts } from './facts'
import { Signature } from './signature.pdf'

export type AttestationProps = {
  association: ReceiptFacts['association']
  member: ReceiptFacts['member']
  year: number
  period: ReceiptFacts['period']
  dueCents: number
  paidCents: number
  /** day of full payment, or null */
  settledOn: string | null
  payments: { paidOn: string; method: string; amountCents: number; receipt: number | null }[]
  signer: ReceiptFacts['signer']
  issuedOn: string
}

/** What was paid for one year, when and how; or that it was not settled. */
export function AttestationPdf(props: AttestationProps) {
  const { association, member, year, period, dueCents, payments, signer, issuedOn } = props
  return (
    <PdfDocument title={`Attestation de cotisation ${year}`} letterhead={association}>
      <Title>Attestation de cotisation</Title>
      <Subtitle>{`Année ${year}, du ${plainDate(period.from)} au ${plainDate(period.until)}`}</Subtitle>
      <Facts
        facts={[
          ['Membre', [member.name, member.address].filter(Boolean).join('\n')],
          ['Cotisation de l’année', euros(dueCents)],
        ]}
      />
      <Paragraphs text={sentence(props)} />
      {payments.length > 0 ? (
        <Table
          columns={[
            { header: 'Date', flex: 2 },
            { header: 'Mode de paiement', flex: 3 },
            { header: 'Somme', flex: 2 },
            { header: 'Reçu', flex: 2 },
          ]}
          rows={payments.map(({ paidOn, method, amountCents, receipt }) => [
            plainDate(paidOn),
            method,
            euros(amountCents),
            receipt === null ? 'sans reçu' : `n° ${receipt}`,
          ])}
        />
      ) : null}
      <Signature place={association.town} on={issuedOn} signer={signer} />
    </PdfDocument>
  )
}

function sentence({ association, member, year, dueCents, paidCents, settledOn, issuedOn }: AttestationProps): string {
  const who = `${association.name} atteste que`
  if (dueCents === 0) return `${who} ${member.name} ne devait aucune cotisation pour l’année ${year}.`
  if (settledOn)
    return `${who} la cotisation ${year} de ${member.name}, de ${euros(dueCents)}, est réglée depuis le ${plainDate(settledOn)}.`
  const today = `au ${plainDate(issuedOn)}`
  if (paidCents === 0)
    return `${who}, ${today}, la cotisation ${year} de ${member.name}, de ${euros(dueCents)}, n’est pas réglée.`
  return `${who}, ${today}, ${member.name} a réglé ${euros(paidCents)} sur ${euros(dueCents)} pour l’année ${year} ; ${euros(dueCents - paidCents)} restent dus.`
}
