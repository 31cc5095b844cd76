import { Boxed, Facts, Paragraphs, PdfDocument, Small, Subtitle, Title, type Letterhead } from '~/platform/pdf/kit'

export type ProxyFormProps = {
  letterhead: Letterhead
  meeting: { bodyName: string; date: string; convenedFor: string; place: string; session: number }
  /** the member for whom the form is printed, or null for a form to fill by hand */
  giver: { label: string; category: string; voices: number } | null
  /** what the statutes say of proxies, by category: « Un membre actif ne donne pouvoir qu’à un membre actif … (art. 6.2) » */
  rules: string[]
}

const LINE = '.'.repeat(78)

/** Blank proxy form, to be handed in or given to the secretary; a proxy without a named holder is refused. */
export function ProxyFormPdf({ letterhead, meeting, giver, rules }: ProxyFormProps) {
  return (
    <PdfDocument title={`Pouvoir, ${meeting.bodyName} du ${meeting.date}`} letterhead={letterhead}>
      <Title>Pouvoir</Title>
      <Subtitle>{`${meeting.bodyName} du ${meeting.date}${meeting.session === 2 ? ', seconde session' : ''}`}</Subtitle>
      <Facts
        facts={[
          ['Convoquée pour', meeting.convenedFor],
          ['Lieu', meeting.place],
        ]}
      />
      <Paragraphs
        text={
          giver
            ? `Je soussigné(e), ${giver.label}, ${giver.category} (${giver.voices} voix),`
            : `Je soussigné(e), ${LINE}\nmembre de l’association en qualité de ${LINE}`
        }
      />
      <Paragraphs text={`donne pouvoir à ${LINE}\nmembre de l’association en qualité de ${LINE}`} />
      <Paragraphs text="pour me représenter à cette réunion, prendre part aux délibérations et voter en mon nom toutes les résolutions inscrites à l’ordre du jour. Si la réunion doit être convoquée de nouveau, un nouveau pouvoir sera nécessaire." />
      <Facts
        facts={[
          ['Fait à', LINE.slice(0, 50)],
          ['Le', LINE.slice(0, 50)],
          ['Signature', ' '],
        ]}
      />
      <Boxed>
        <Paragraphs text={rules.join('\n')} />
      </Boxed>
      <Small>
        Le nom de la personne qui reçoit le pouvoir est obligatoire. Votre arrivée en séance met fin au pouvoir.
      </Small>
    </PdfDocument>
  )
}
