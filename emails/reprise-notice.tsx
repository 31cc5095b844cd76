import { MailArticle, MailButton, MailFacts, MailLayout, MailParagraph } from './layout'
import { repriseNoticeSubject, type RepriseNoticeProps } from './reprise-notice.subject'

/** Tells the officers that facts decided elsewhere are proposed, entered or refused. */
export function RepriseNotice(props: RepriseNoticeProps) {
  const { associationName, name, news, proposer, signer, refusal, facts, source, url } = props
  return (
    <MailLayout association={associationName} title={repriseNoticeSubject(props)} preview={facts[0] ?? ''}>
      <MailParagraph>Bonjour {name},</MailParagraph>
      {news === 'proposed' ? (
        <MailParagraph>
          {proposer} propose d’enregistrer un fait décidé hors du logiciel. Rien n’est enregistré avant la signature
          d’un autre membre du Bureau.
        </MailParagraph>
      ) : null}
      {news === 'signed' ? (
        <MailParagraph>
          {signer} a signé la reprise proposée par {proposer} : le fait est enregistré.
        </MailParagraph>
      ) : null}
      {news === 'refused' ? (
        <MailParagraph>
          La reprise proposée par {proposer} est refusée : rien n’est enregistré. Motif : {refusal}
        </MailParagraph>
      ) : null}
      {facts.map((fact) => (
        <MailParagraph key={fact}>{fact}</MailParagraph>
      ))}
      <MailFacts facts={[{ term: 'Acte cité', value: source }]} />
      <MailArticle article="8.1">
        Une fois l’installation close, ce qui a été décidé ailleurs s’enregistre par deux signatures.
      </MailArticle>
      <MailButton href={url}>{news === 'proposed' ? 'Lire, puis signer ou refuser' : 'Lire la reprise'}</MailButton>
    </MailLayout>
  )
}

RepriseNotice.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Paul Roux',
  news: 'proposed',
  proposer: 'Dr Anne Martin',
  signer: null,
  refusal: null,
  facts: ['Claire Noir tient la fonction « trésorerie » du 12 juin 2026 au 12 juin 2029.'],
  source: 'AGO du 12 juin 2026, résolution 6 (12 juin 2026)',
  url: 'http://localhost:3000/reprises/1',
} satisfies RepriseNoticeProps
