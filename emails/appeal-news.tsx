import type { AppealNewsProps } from './appeal-news.subject'
import { MailArticle, MailButton, MailFacts, MailLayout, MailParagraph } from './layout'

/** Says that an appeal is on an agenda, or that the assembly has decided; the decision itself travels by registered letter. */
export function AppealNews(props: AppealNewsProps) {
  const { associationName, name, body, news, meeting, on, place, contact, url } = props
  const listed = news === 'listed'
  return (
    <MailLayout
      association={associationName}
      title={listed ? 'Votre recours est à l’ordre du jour' : 'L’assemblée a décidé sur votre recours'}
      preview={listed ? `Assemblée prévue le ${on}` : 'La décision vous est notifiée par lettre recommandée.'}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      {body ? <MailParagraph>Ce message concerne {body}, que vous représentez.</MailParagraph> : null}
      {listed ? (
        <>
          <MailParagraph>
            Votre recours est inscrit à l’ordre du jour d’une assemblée générale ordinaire en préparation.
          </MailParagraph>
          <MailFacts
            facts={[
              { term: 'Réunion', value: meeting },
              { term: 'Date prévue', value: on },
              ...(place ? [{ term: 'Lieu', value: place }] : []),
            ]}
          />
          <MailParagraph>
            Pour être entendu par l’assemblée avant le vote, et assisté si vous le souhaitez, écrivez dès maintenant à{' '}
            {contact}.
          </MailParagraph>
          <MailArticle article="6.4">
            D’ici là, l’exclusion demeure : vous n’êtes pas convoqué et ne votez pas.
          </MailArticle>
        </>
      ) : (
        <MailParagraph>
          La décision vous est notifiée par lettre recommandée. Vous pouvez aussi la lire dans votre espace.
        </MailParagraph>
      )}
      <MailButton href={url}>{listed ? 'Suivre mon recours' : 'Lire la décision'}</MailButton>
    </MailLayout>
  )
}

AppealNews.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  body: null,
  news: 'listed',
  meeting: 'Assemblée générale annuelle',
  on: 'samedi 12 juin 2027',
  place: 'Salle des fêtes, Ivry-sur-Seine',
  contact: 'contact@cpts-lilas.example',
  url: 'http://localhost:3000/exclusions/1',
} satisfies AppealNewsProps
