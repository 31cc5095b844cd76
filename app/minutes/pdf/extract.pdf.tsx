import { Facts, Paragraphs, PdfDocument, Small, Subtitle, Title } from '~/platform/pdf/kit'
import type { MinutesBody, MinutesResolution } from '../body'
import { Resolution, type PrintedSignature } from './minutes.pdf'

type Props = {
  body: MinutesBody
  resolution: MinutesResolution
  number: number
  bodyHash: string
  signatures: PrintedSignature[]
  issuedOn: string
}

/** Certified extract of one resolution: for the bank, the prefecture, a funder. Made from signed minutes only. */
export function ExtractPdf({ body, resolution, number, bodyHash, signatures, issuedOn }: Props) {
  const { meeting } = body
  const title = `Extrait du procès-verbal n° ${number}`
  return (
    <PdfDocument title={title} letterhead={body.association}>
      <Title>{title}</Title>
      <Subtitle>{`${meeting.bodyName} du ${meeting.date}${meeting.session === 2 ? ', seconde session' : ''}`}</Subtitle>
      <Paragraphs
        text={`Réunie ${meeting.place}, sous la présidence de ${meeting.chair}, ${meeting.secretary} assurant le secrétariat de séance, l’instance a délibéré ainsi :`}
      />
      <Resolution resolution={resolution} />
      <Paragraphs
        text={`Extrait certifié conforme au procès-verbal inscrit sous le n° ${number} au registre des délibérations.`}
      />
      <Facts
        facts={[
          ['Délivré le', issuedOn],
          ...signatures.map(
            ({ role, name, quality, signedAt }) =>
              [role, `${name}, ${quality} (procès-verbal signé le ${signedAt})`] as const,
          ),
          ['Signature', ' '],
        ]}
      />
      <Small>{`Empreinte du procès-verbal (SHA-256) : ${bodyHash}`}</Small>
    </PdfDocument>
  )
}
