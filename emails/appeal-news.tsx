import type { AppealNewsProps } from './appeal-news.subject'
import { MailArticle, MailButton, MailFacts, MailLayout, MailParagraph } from './layout'

type News = AppealNewsProps['news']

const WORDS: Record<News, { title: string; preview: string; said: string }> = {
  listed: {
    title: 'Votre recours est à l’ordre du jour',
    preview: 'L’assemblée qui l’entendra a une date',
    said: 'Votre recours est inscrit à l’ordre du jour d’une assemblée générale ordinaire en préparation.',
  },
  moved: {
    title: 'L’assemblée a changé de date ou de lieu',
    preview: 'Celle qui entendra votre recours',
    said: 'L’assemblée qui entendra votre recours a changé de date, d’heure ou de lieu. Voici ce qui vaut désormais.',
  },
  cancelled: {
    title: 'L’assemblée est annulée',
    preview: 'Votre recours attendra une autre assemblée',
    said: 'L’assemblée qui devait entendre votre recours est annulée.',
  },
  removed: {
    title: 'Votre recours attendra une autre assemblée',
    preview: 'Il n’est plus à cet ordre du jour',
    said: 'Votre recours n’est plus à l’ordre du jour de cette assemblée.',
  },
  undecided: {
    title: 'L’assemblée n’a pas décidé',
    preview: 'Votre recours attendra une autre assemblée',
    said: 'L’assemblée qui devait décider de votre recours ne l’a pas fait.',
  },
  decided: {
    title: 'L’assemblée a décidé sur votre recours',
    preview: 'La décision est l’objet d’une lettre recommandée.',
    said: 'La décision est l’objet d’une lettre recommandée. Vous pouvez aussi la lire dans votre espace.',
  },
}

/** Says where an appeal stands: the meeting that hears it, or the decision, which itself travels by registered letter. */
export function AppealNews(props: AppealNewsProps) {
  const { associationName, name, body, news, url } = props
  return (
    <MailLayout association={associationName} title={WORDS[news].title} preview={WORDS[news].preview}>
      <MailParagraph>Bonjour {name},</MailParagraph>
      {body ? <MailParagraph>Ce message concerne {body}, que vous représentez.</MailParagraph> : null}
      <MailParagraph>{WORDS[news].said}</MailParagraph>
      {news === 'decided' ? null : <Meeting {...props} />}
      <MailButton href={url}>{news === 'decided' ? 'Lire la décision' : 'Suivre mon recours'}</MailButton>
    </MailLayout>
  )
}

function Meeting({ news, meeting, on, place, contact }: AppealNewsProps) {
  const heard = news === 'listed' || news === 'moved'
  return (
    <>
      <MailFacts
        facts={[
          { term: 'Réunion', value: meeting },
          { term: heard ? 'Date prévue' : 'Date', value: on },
          ...(heard && place ? [{ term: 'Lieu', value: place }] : []),
        ]}
      />
      <MailParagraph>
        {heard
          ? `Si vous souhaitez que l’assemblée vous entende avant le vote, et qu’une personne de votre choix vous assiste, écrivez dès maintenant à ${contact}.`
          : 'Votre recours reste entier : il sera inscrit à l’ordre du jour d’une autre assemblée générale ordinaire, dont la date vous sera écrite.'}
      </MailParagraph>
      <MailArticle article="6.4">
        D’ici là, l’exclusion demeure : aucune convocation ne vous est due, et vous ne votez pas.
      </MailArticle>
    </>
  )
}

AppealNews.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  body: null,
  news: 'listed',
  meeting: 'Assemblée générale annuelle',
  on: 'samedi 12 juin 2027 à 18 h 30',
  place: 'Salle des fêtes, Ivry-sur-Seine',
  contact: 'contact@cpts-lilas.example',
  url: 'http://localhost:3000/exclusions/1',
} satisfies AppealNewsProps
