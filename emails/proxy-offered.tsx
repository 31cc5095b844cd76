import { MailButton, MailFacts, MailLayout, MailParagraph } from './layout'
import type { ProxyOfferedProps } from './proxy-offered.subject'

/** Asks the holder to accept or to decline. */
export function ProxyOffered({ associationName, name, giver, voices, meeting, when, url }: ProxyOfferedProps) {
  const carried = `${voices} voix`
  return (
    <MailLayout
      association={associationName}
      title={`${giver} vous donne pouvoir`}
      preview={`Acceptez ou refusez : ${meeting}, ${carried}.`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailFacts
        facts={[
          { term: 'Réunion', value: meeting },
          { term: 'Date', value: when },
          { term: 'Voix portées par ce pouvoir', value: carried },
        ]}
      />
      <MailParagraph>
        Si vous acceptez, vous voterez pour {giver} en plus de voter pour vous-même. Sans réponse de votre part, ce
        pouvoir ne compte pas.
      </MailParagraph>
      <MailButton href={url}>Accepter ou refuser</MailButton>
    </MailLayout>
  )
}

ProxyOffered.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Paul Roux',
  giver: 'Dr Anne Martin',
  voices: 3,
  meeting: 'AGO du 12 juin 2027',
  when: 'samedi 12 juin 2027 à 18 h 30',
  url: 'http://localhost:3000/assemblees/1/reponse',
} satisfies ProxyOfferedProps
