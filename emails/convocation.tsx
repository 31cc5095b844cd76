import type { ConvocationProps } from './convocation.subject'
import { Agenda, Answers, Documents, Greeting, MeetingFacts, Rights, Signature } from './convocation-parts'
import { MailButton, MailLayout, MailParagraph } from './layout'

/** The personal convocation of one member: date, place and answers first, then agenda, texts, documents and rights. */
export function Convocation(props: ConvocationProps) {
  const {
    associationName,
    name,
    forBody,
    meeting,
    signer,
    answers,
    agenda,
    documents,
    right,
    proxy,
    remote,
    url,
    lateOf,
  } = props
  return (
    <MailLayout
      association={associationName}
      title={`Convocation : ${meeting.long}${meeting.second ? ', seconde session' : ''}`}
      preview={`${meeting.day}, ${meeting.time}${meeting.place ? `, ${meeting.place}` : ''}`}
      footer={`Convocation statutaire envoyée par ${associationName} à chacun de ses membres.`}
    >
      <Greeting name={name} forBody={forBody} />
      {lateOf ? (
        <MailParagraph>
          La réunion que voici a été convoquée le {lateOf}, avant votre entrée au registre des membres. Cette
          convocation vaut pour vous comme pour les autres.
        </MailParagraph>
      ) : null}
      <MeetingFacts meeting={meeting} />
      {answers.length > 0 ? <MailParagraph>Dites dès maintenant si vous venez :</MailParagraph> : null}
      <Answers answers={answers} />
      <Agenda agenda={agenda} />
      <Documents documents={documents} />
      <Rights right={right} proxy={proxy} remote={remote} />
      <MailButton href={url} quiet>
        Ouvrir la page de la réunion
      </MailButton>
      <Signature signer={signer} />
    </MailLayout>
  )
}

export const convocationExample = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  forBody: null,
  meeting: {
    short: 'AGO',
    long: 'assemblée générale ordinaire',
    second: false,
    day: 'samedi 12 juin 2027',
    date: '12 juin 2027',
    time: '18 h 30',
    place: 'Salle des fêtes, Les Lilas',
    videoUrl: null,
  },
  signer: { name: 'Dr Paul Roux', title: 'Présidence' },
  answers: [
    { label: 'Je viens', url: 'http://localhost:3000/assemblees/1/reponse?reponse=viens' },
    { label: 'Je donne pouvoir', url: 'http://localhost:3000/assemblees/1/reponse?reponse=pouvoir' },
    { label: 'Je ne viens pas', url: 'http://localhost:3000/assemblees/1/reponse?reponse=absent' },
  ],
  agenda: [
    {
      title: 'Comptes 2026',
      kind: 'vote',
      notes: '',
      resolutions: [
        { number: 1, title: 'Approbation des comptes', text: 'L’assemblée approuve les comptes 2026.', effect: null },
      ],
    },
  ],
  documents: [{ title: 'Rapport financier 2026', url: 'http://localhost:3000/documents/1' }],
  right: { article: '13.1', sentence: 'Vous votez avec 3 voix, comme membre fondateur.' },
  proxy: { article: '6.1', sentence: 'Si vous ne venez pas, vous pouvez donner pouvoir à un membre fondateur.' },
  remote: null,
  url: 'http://localhost:3000/assemblees/1',
} satisfies ConvocationProps

Convocation.PreviewProps = convocationExample
