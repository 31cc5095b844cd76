import type { CaseNewsProps } from './case-news.subject'
import { MailButton, MailFacts, MailLayout, MailParagraph } from './layout'

const TITLES: Record<CaseNewsProps['news'], string> = {
  opened: 'Une lettre recommandée vous est adressée',
  hearing: 'La date de votre audition change',
  organ: 'Qui décidera de votre dossier',
  decided: 'Une décision vous concernant a été prise',
}

/** Says that a registered letter is on its way, and where the file can be read; nothing of what it holds. */
export function CaseNews({ associationName, name, body, news, when, place, url }: CaseNewsProps) {
  return (
    <MailLayout
      association={associationName}
      title={TITLES[news]}
      preview="Votre dossier est ouvert dans votre espace."
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      {body ? <MailParagraph>Ce message concerne {body}, que vous représentez.</MailParagraph> : null}
      {news === 'opened' ? (
        <MailParagraph>
          Une procédure vous concernant est ouverte. Une lettre recommandée part par la poste : elle dit les faits, vos
          droits et le délai pour vous défendre, qui court de sa première présentation. Aucune décision n’est prise.
        </MailParagraph>
      ) : null}
      {news === 'hearing' ? (
        <>
          <MailParagraph>Vous serez entendu à cette date, et pouvez vous faire assister.</MailParagraph>
          <MailFacts
            facts={[
              { term: 'Date', value: when ?? '' },
              { term: 'Lieu', value: place ?? '' },
            ]}
          />
        </>
      ) : null}
      {news === 'organ' ? (
        <MailParagraph>
          La décision sera prise {when}, pour qu’elle soit impartiale. Rien d’autre ne change : aucune décision n’est
          prise, votre délai et vos droits restent les mêmes.
        </MailParagraph>
      ) : null}
      {news === 'decided' ? (
        <MailParagraph>
          Elle est l’objet d’une lettre recommandée, avec ses motifs. Vous pouvez aussi la lire dans votre espace.
        </MailParagraph>
      ) : (
        <MailParagraph>
          Vous pouvez lire votre dossier dans votre espace, et y répondre dès que la lettre est postée.
        </MailParagraph>
      )}
      <MailButton href={url}>Lire mon dossier</MailButton>
    </MailLayout>
  )
}

CaseNews.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Anne Martin',
  body: null,
  news: 'opened',
  when: null,
  place: null,
  url: 'http://localhost:3000/exclusions/1',
} satisfies CaseNewsProps
