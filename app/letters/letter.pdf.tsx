import { Document, StyleSheet, Text, View } from '@react-pdf/renderer'
import { Facts, Paragraphs, PdfPage, pdfText, Small, Subheading } from '~/platform/pdf/kit'
import type { LetterBody } from './letter-body'

/** The address stands in the window of a DL envelope, on the right (NF Z 11-001): 50 mm from the top, 106 mm from the left. */
const styles = StyleSheet.create({
  sheet: { fontSize: 10, lineHeight: 1.36 },
  address: { position: 'absolute', top: 142, left: 300, width: 232 },
  underAddress: { marginTop: 124, marginLeft: 238, marginBottom: 10 },
  facts: { marginTop: 4, marginBottom: 8 },
  signature: { marginTop: 24, marginLeft: 238 },
  mention: { marginBottom: 2 },
  greeting: { marginTop: 6 },
})

/** Letters to post, each on its own sheets. `mention`: « Lettre recommandée avec avis de réception ». */
export function LettersPdf({ title, letters }: { title: string; letters: { body: LetterBody; mention: string }[] }) {
  return (
    <Document language="fr" title={title} author={letters[0]?.body.letterhead.name} producer="CPTS Statuts">
      {letters.map(({ body, mention }, index) => (
        <PdfPage key={index} letterhead={body.letterhead}>
          <Sheet body={body} mention={mention} />
        </PdfPage>
      ))}
    </Document>
  )
}

function Sheet({ body, mention }: { body: LetterBody; mention: string }) {
  const [opening, ...others] = body.paragraphs
  return (
    <>
      <View style={styles.address}>
        <Text>{pdfText(body.recipient.join('\n'))}</Text>
      </View>
      <View style={styles.sheet}>
        <View style={styles.underAddress}>
          <Paragraphs text={body.placeAndDate} />
        </View>
        <View style={styles.mention}>
          <Small>{mention}</Small>
        </View>
        <Subheading>{`Objet : ${body.subject}`}</Subheading>
        <View style={styles.greeting}>
          <Paragraphs text={`${body.greeting}\n${opening ?? ''}`} />
        </View>
        {body.facts.length > 0 ? (
          <View style={styles.facts}>
            <Facts facts={body.facts} />
          </View>
        ) : null}
        <Paragraphs text={[...others, body.closing].join('\n')} />
        <View style={styles.signature} wrap={false}>
          <Text>{pdfText([body.signer.name, body.signer.title].filter(Boolean).join('\n'))}</Text>
        </View>
      </View>
    </>
  )
}
