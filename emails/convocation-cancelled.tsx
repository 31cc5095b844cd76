import { convocationExample } from './convocation'
import type { ConvocationCancelledProps } from './convocation-cancelled.subject'
import { Greeting, MeetingFacts, Signature } from './convocation-parts'
import { MailLayout, MailParagraph } from './layout'

/** The meeting will not take place. */
export function ConvocationCancelled({
  associationName,
  name,
  forBody,
  meeting,
  signer,
  reason,
}: ConvocationCancelledProps) {
  return (
    <MailLayout
      association={associationName}
      title={`Réunion annulée : ${meeting.long}`}
      preview={`La réunion du ${meeting.date} n’aura pas lieu.`}
      footer={`Annulation d’une convocation statutaire, envoyée par ${associationName} à chacun de ses membres.`}
    >
      <Greeting name={name} forBody={forBody} />
      <MailParagraph>Cette réunion n’aura pas lieu :</MailParagraph>
      <MeetingFacts meeting={meeting} />
      <MailParagraph>{reason}</MailParagraph>
      <MailParagraph>Les réponses et les pouvoirs donnés pour cette réunion sont sans effet.</MailParagraph>
      <Signature signer={signer} />
    </MailLayout>
  )
}

ConvocationCancelled.PreviewProps = {
  associationName: convocationExample.associationName,
  name: convocationExample.name,
  forBody: null,
  meeting: convocationExample.meeting,
  signer: convocationExample.signer,
  reason: 'La salle n’est plus disponible ; une nouvelle date vous sera proposée.',
} satisfies ConvocationCancelledProps
