import type { AppealNoticeProps } from './appeal-notice.subject'
import { MailArticle, MailButton, MailLayout, MailParagraph } from './layout'

/** Tells who keeps the file that an appeal came in, and what is to be done; neither who nor why. */
export function AppealNotice({ associationName, name, on, url }: AppealNoticeProps) {
  return (
    <MailLayout
      association={associationName}
      title="Un recours contre une exclusion"
      preview="À inscrire à l’ordre du jour d’une assemblée"
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        Une personne exclue demande à l’assemblée générale ordinaire de décider à nouveau. Son recours est du {on}, dans
        le délai des statuts. Vous tenez son dossier : inscrivez le recours à l’ordre du jour d’une assemblée en
        préparation, et conviez cette personne à être entendue si elle le demande.
      </MailParagraph>
      <MailArticle article="6.4">Le recours ne suspend pas l’exclusion.</MailArticle>
      <MailButton href={url}>Ouvrir le dossier</MailButton>
    </MailLayout>
  )
}

AppealNotice.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  on: '10 juin 2027',
  url: 'http://localhost:3000/exclusions/1',
} satisfies AppealNoticeProps
