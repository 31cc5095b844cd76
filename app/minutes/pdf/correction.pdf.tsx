import { Facts, Paragraphs, PdfDocument, Small, Subtitle, Title } from '~/platform/pdf/kit'
import type { CorrectionBody } from '../body'
import { minutesTitle } from '../wording'
import type { PrintedSignature } from './minutes.pdf'

type Props = { body: CorrectionBody; bodyHash: string; number: number | null; signatures: PrintedSignature[] }

/** A correction is an entry of its own that names the one it corrects; the old one stays as it was signed. */
export function CorrectionPdf({ body, bodyHash, number, signatures }: Props) {
  return (
    <PdfDocument title={minutesTitle(body, number)} letterhead={body.association}>
      <Title>{minutesTitle(body, number)}</Title>
      <Subtitle>{`${body.meeting.bodyName} du ${body.meeting.date}`}</Subtitle>
      <Paragraphs text={body.text} />
      <Paragraphs
        text={`Le procès-verbal n° ${body.corrects.number} reste inscrit au registre tel qu’il a été signé (empreinte ${body.corrects.bodyHash}).`}
      />
      <Facts
        facts={signatures.map(({ role, name, quality, signedAt }) => [
          role,
          `${name}, ${quality}, signé le ${signedAt}`,
        ])}
      />
      <Small>{`Empreinte du texte (SHA-256) : ${bodyHash}`}</Small>
    </PdfDocument>
  )
}
