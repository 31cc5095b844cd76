import type { AppealNoticeProps } from './appeal-notice.subject'
import { MailArticle, MailButton, MailLayout, MailParagraph } from './layout'

type News = NonNullable<AppealNoticeProps['news']>

const WORDS: Record<News, { title: string; preview: string; article: string }> = {
  lodged: {
    title: 'Un recours contre une exclusion',
    preview: 'À inscrire à l’ordre du jour d’une assemblée',
    article: 'Le recours ne suspend pas l’exclusion.',
  },
  withdrawn: {
    title: 'Un recours est retiré',
    preview: 'Aucun vote n’est plus à prévoir',
    article: 'L’exclusion demeure ; le retrait est définitif.',
  },
  unreached: {
    title: 'Une personne exclue est à prévenir par lettre',
    preview: 'L’assemblée qui entend son recours a changé',
    article: 'La personne exclue peut demander à être entendue par l’assemblée.',
  },
}

/** Tells who keeps the file that an appeal came in, was withdrawn, or that its author must be written to; neither who nor why. */
export function AppealNotice(props: AppealNoticeProps) {
  const { news = 'lodged' } = props
  const { title, preview, article } = WORDS[news]
  return (
    <MailLayout association={props.associationName} title={title} preview={preview}>
      <MailParagraph>Bonjour {props.name},</MailParagraph>
      {news === 'lodged' ? <Lodged {...props} /> : news === 'withdrawn' ? <Withdrawn {...props} /> : <Unreached />}
      <MailArticle article="6.4">{article}</MailArticle>
      <MailButton href={props.url}>Ouvrir le dossier</MailButton>
    </MailLayout>
  )
}

const Unreached = () => (
  <MailParagraph>
    L’assemblée qui doit entendre le recours d’une personne exclue a une date, une autre date, ou n’est plus prévue.
    Cette personne n’a pas d’adresse de courriel, et la lettre que nous pouvions préparer est déjà postée ou n’a pas
    d’adresse où aller. Écrivez-lui, ou prévenez-la de vive voix : le dossier dit ce qui vaut aujourd’hui.
  </MailParagraph>
)

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
      ? 'L’ordre du jour est déjà envoyé : le point y reste, noté sans objet, et ne sera pas voté.'
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
