import type { AppealNoticeProps } from './appeal-notice.subject'
import { MailArticle, MailButton, MailLayout, MailParagraph } from './layout'

/** Tells who keeps the file that an appeal came in, or was withdrawn, and what is to be done; neither who nor why. */
export function AppealNotice(props: AppealNoticeProps) {
  const withdrawn = props.news === 'withdrawn'
  return (
    <MailLayout
      association={props.associationName}
      title={withdrawn ? 'Un recours est retiré' : 'Un recours contre une exclusion'}
      preview={withdrawn ? 'Aucun vote n’est plus à prévoir' : 'À inscrire à l’ordre du jour d’une assemblée'}
    >
      <MailParagraph>Bonjour {props.name},</MailParagraph>
      {withdrawn ? <Withdrawn {...props} /> : <Lodged {...props} />}
      <MailArticle article="6.4">
        {withdrawn ? 'L’exclusion demeure ; le retrait est définitif.' : 'Le recours ne suspend pas l’exclusion.'}
      </MailArticle>
      <MailButton href={props.url}>Ouvrir le dossier</MailButton>
    </MailLayout>
  )
}

const Lodged = ({ on }: AppealNoticeProps) => (
  <MailParagraph>
    Une personne exclue demande à l’assemblée générale ordinaire de décider à nouveau. Son recours est du {on}, dans le
    délai des statuts. Vous tenez son dossier : inscrivez le recours à l’ordre du jour d’une assemblée en préparation,
    et conviez cette personne à être entendue si elle le demande.
  </MailParagraph>
)

const Withdrawn = ({ on, convened }: AppealNoticeProps) => (
  <MailParagraph>
    Une personne exclue a retiré, à la date du {on}, le recours qu’elle avait formé.{' '}
    {convened
      ? 'L’ordre du jour est déjà envoyé : la résolution y reste, marquée « Retirée », et ne sera pas votée.'
      : 'S’il figurait à un ordre du jour en préparation, il n’y est plus. Vous n’avez rien à faire.'}
  </MailParagraph>
)

AppealNotice.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  news: 'lodged',
  on: '10 juin 2027',
  convened: false,
  url: 'http://localhost:3000/exclusions/1',
} satisfies AppealNoticeProps
