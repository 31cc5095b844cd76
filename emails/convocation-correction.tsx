import { convocationExample } from './convocation'
import type { ConvocationCorrectionProps } from './convocation-correction.subject'
import { Agenda, Answers, Documents, Greeting, MeetingFacts, Rights, Signature } from './convocation-parts'
import { MailHeading, MailLayout, MailList, MailParagraph } from './layout'

/** Tells everybody convened what changes, then the whole convocation as it now stands. */
export function ConvocationCorrection(props: ConvocationCorrectionProps) {
  const { associationName, name, forBody, meeting, changes, note } = props
  return (
    <MailLayout
      association={associationName}
      title={`Convocation modifiée : ${meeting.long}`}
      preview={changes[0] ?? `${meeting.day}, ${meeting.time}`}
      footer={`Correction d’une convocation statutaire, envoyée par ${associationName} à chacun de ses membres.`}
    >
      <Greeting name={name} forBody={forBody} />
      <MailHeading>Ce qui change</MailHeading>
      <MailList items={changes} />
      {note ? <MailParagraph>{note}</MailParagraph> : null}
      <MailHeading>La réunion</MailHeading>
      <MeetingFacts meeting={meeting} />
      <MailParagraph>Votre réponse et votre pouvoir restent enregistrés ; vous pouvez les changer :</MailParagraph>
      <Answers answers={props.answers} />
      <Agenda agenda={props.agenda} />
      <Documents documents={props.documents} />
      <Rights right={props.right} proxy={props.proxy} remote={props.remote} />
      <Signature signer={props.signer} />
    </MailLayout>
  )
}

ConvocationCorrection.PreviewProps = {
  ...convocationExample,
  changes: ['Date : samedi 19 juin 2027 à 18 h 30, au lieu du samedi 12 juin 2027 à 18 h 30.'],
  note: 'La salle n’est pas libre le 12.',
} satisfies ConvocationCorrectionProps
