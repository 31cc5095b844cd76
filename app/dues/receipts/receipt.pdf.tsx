import { Boxed, Facts, Paragraphs, PdfDocument, Small, Subtitle, Title } from '~/platform/pdf/kit'
import { plainDate } from '~/statutes/french'
import { euros } from '~/ui/format'
import type { ReceiptFacts } from './facts'
import { Signature } from './signature.pdf'

export type ReceiptProps = {
  number: number
  amountCents: number
  paidOn: string
  /** « virement » */
  method: string
  issuedOn: string
  /** the moment written in the file: the same receipt is the same file, byte for byte */
  issuedAt: Date
  facts: ReceiptFacts
  cancelled: { on: string; reason: string } | null
}

/** « Reçu de cotisation n° 12 », one page; never a tax receipt. */
export function ReceiptPdf({
  number,
  amountCents,
  paidOn,
  method,
  issuedOn,
  issuedAt,
  facts,
  cancelled,
}: ReceiptProps) {
  const { association, member, year, period, dueCents, payer, cheque, signer } = facts
  const title = `Reçu de cotisation n° ${number}`
  return (
    <PdfDocument title={title} letterhead={association} at={issuedAt}>
      <Title>{title}</Title>
      <Subtitle>{`Cotisation ${year}, du ${plainDate(period.from)} au ${plainDate(period.until)}`}</Subtitle>
      {cancelled ? (
        <Boxed>
          <Paragraphs
            text={`Annulé le ${plainDate(cancelled.on)} (${cancelled.reason}). Ce reçu ne peut plus être présenté ; son numéro n’est pas réutilisé.`}
          />
        </Boxed>
      ) : null}
      <Paragraphs
        text={`${association.name} a reçu la somme de ${euros(amountCents)} pour la cotisation ${year} de ${member.name}.`}
      />
      <Facts
        facts={[
          ['Membre', [member.name, member.address].filter(Boolean).join('\n')],
          ['Somme reçue', euros(amountCents)],
          ...(dueCents === amountCents ? [] : [['Cotisation de l’année', euros(dueCents)] as const]),
          ['Date du paiement', plainDate(paidOn)],
          ['Mode de paiement', cheque ? `${method} (${cheque})` : method],
          ...(payer ? [['Payé par', payer] as const] : []),
        ]}
      />
      <Signature place={association.town} on={issuedOn} signer={signer} />
      <Small>Reçu délivré au membre nommé ci-dessus. Il porte un numéro unique, sans rupture dans la suite.</Small>
    </PdfDocument>
  )
}
