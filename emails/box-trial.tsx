import type { BoxTrialProps } from './box-trial.subject'
import { MailLayout, MailParagraph } from './layout'

/** To the box of returns itself: arrived there, messages that come back will arrive there too. */
export function BoxTrial({ associationName }: BoxTrialProps) {
  return (
    <MailLayout
      association={associationName}
      title="Essai de la boîte des retours"
      preview="Ce message s’adresse à la boîte elle-même."
      footer={`Message envoyé par ${associationName} à sa propre boîte.`}
    >
      <MailParagraph>
        Ce message vérifie que la boîte des retours reçoit ce qui lui est adressé. Le logiciel le reconnaît de lui-même
        : il n’y a rien à faire.
      </MailParagraph>
    </MailLayout>
  )
}

BoxTrial.PreviewProps = { associationName: 'CPTS des Lilas' } satisfies BoxTrialProps
