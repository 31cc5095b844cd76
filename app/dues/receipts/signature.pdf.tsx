import { View } from '@react-pdf/renderer'
import { Paragraphs } from '~/platform/pdf/kit'
import { plainDate } from '~/statutes/french'

type Props = { place: string; on: string; signer: { name: string; quality: string } | null }

/** Place, day, then who vouches for it and in what quality. */
export function Signature({ place, on, signer }: Props) {
  return (
    <View style={{ marginTop: 18, marginBottom: 22 }} wrap={false}>
      <Paragraphs text={`Fait à ${place}, le ${plainDate(on)}.`} />
      {signer ? <Paragraphs text={`${signer.name}\n${signer.quality}`} /> : null}
    </View>
  )
}
