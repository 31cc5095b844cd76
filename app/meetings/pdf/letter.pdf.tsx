import { Document, View } from '@react-pdf/renderer'
import { Facts, Heading, Paragraphs, PdfPage, Subheading, Title, type Letterhead } from '~/platform/pdf/kit'

export type LetterProps = {
  letterhead: Letterhead
  /** lines of the address, as they show in the window of the envelope */
  recipient: string[]
  placeAndDate: string
  subject: string
  greeting: string
  opening: string
  facts: (readonly [name: string, value: string])[]
  agenda: { position: number; title: string; resolutions: { number: number; title: string; text: string }[] }[]
  /** the member's own rights: voices, proxies, articles */
  rights: string[]
  closing: string
  signer: { name: string; title: string }
}

/** Convocations by letter, for members who did not consent to be convened by mail, each on its own sheets. */
export function LettersPdf({ letters }: { letters: readonly LetterProps[] }) {
  const [first] = letters
  return (
    <Document language="fr" title={first?.subject} author={first?.letterhead.name} producer="CPTS Statuts">
      {letters.map((letter, index) => (
        <PdfPage key={index} letterhead={letter.letterhead}>
          <Letter {...letter} />
        </PdfPage>
      ))}
    </Document>
  )
}

/** One letter; fits a window envelope (DL, right). */
function Letter(props: LetterProps) {
  return (
    <>
      <View style={{ marginLeft: 240, minHeight: 96 }}>
        <Paragraphs text={props.recipient.join('\n')} />
      </View>
      <View style={{ marginLeft: 240, marginBottom: 18 }}>
        <Paragraphs text={props.placeAndDate} />
      </View>
      <Title>{props.subject}</Title>
      <Paragraphs text={`${props.greeting}\n${props.opening}`} />
      <Facts facts={props.facts} />
      <Heading>Ordre du jour</Heading>
      {props.agenda.map((item) => (
        <View key={item.position}>
          <Paragraphs text={`${item.position}. ${item.title}`} />
          {item.resolutions.map((resolution) => (
            <View key={resolution.number} style={{ marginLeft: 14 }}>
              <Subheading>{`Résolution ${resolution.number} : ${resolution.title}`}</Subheading>
              <Paragraphs text={resolution.text} />
            </View>
          ))}
        </View>
      ))}
      <Heading>Votre vote</Heading>
      <Paragraphs text={props.rights.join('\n')} />
      <Paragraphs text={props.closing} />
      <View style={{ marginTop: 18, marginLeft: 240 }}>
        <Paragraphs text={`${props.signer.name}\n${props.signer.title}`} />
      </View>
    </>
  )
}
