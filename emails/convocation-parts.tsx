import type { ConvocationProps, MailedItem, MailedMeeting } from './convocation.subject'
import { MailArticle, MailButton, MailFacts, MailHeading, MailLink, MailList, MailParagraph } from './layout'

/** Date, hour, place: what one looks for first. */
export function MeetingFacts({ meeting }: { meeting: MailedMeeting }) {
  const facts = [
    { term: 'Date', value: `${meeting.day}, ${meeting.time}` },
    ...(meeting.place ? [{ term: 'Lieu', value: meeting.place }] : []),
    ...(meeting.videoUrl
      ? [{ term: 'Visioconférence', value: <MailLink href={meeting.videoUrl}>{meeting.videoUrl}</MailLink> }]
      : []),
  ]
  return <MailFacts facts={facts} />
}

/** The answers, one tap each. */
export function Answers({ answers }: Pick<ConvocationProps, 'answers'>) {
  return answers.map(({ label, url }, rank) => (
    <MailButton key={url} href={url} quiet={rank > 0}>
      {label}
    </MailButton>
  ))
}

/** What this person may do there: his vote, and his proxy. */
export function Rights({ right, proxy, remote }: Pick<ConvocationProps, 'right' | 'proxy' | 'remote'>) {
  return (
    <>
      <MailHeading>Votre droit de vote</MailHeading>
      <MailArticle article={right.article}>{right.sentence}</MailArticle>
      {proxy ? <MailArticle article={proxy.article}>{proxy.sentence}</MailArticle> : null}
      {remote ? <MailArticle article={remote.article}>{remote.sentence}</MailArticle> : null}
    </>
  )
}

function Item({ item }: { item: MailedItem }) {
  return (
    <>
      {item.title} ({item.kind})
      {item.notes ? (
        <>
          <br />
          {item.notes}
        </>
      ) : null}
    </>
  )
}

export function Agenda({ agenda }: Pick<ConvocationProps, 'agenda'>) {
  const resolutions = agenda.flatMap((item) => item.resolutions)
  return (
    <>
      <MailHeading>Ordre du jour</MailHeading>
      <MailList
        items={agenda.map((item, rank) => (
          <Item key={rank} item={item} />
        ))}
      />
      {resolutions.length > 0 ? <MailHeading>Texte des résolutions</MailHeading> : null}
      {resolutions.map(({ number, title, text, effect }) => (
        <MailParagraph key={number}>
          <strong>
            Résolution {number} : {title}
          </strong>
          <br />
          {text}
          {effect ? (
            <>
              <br />
              <em>Effet de l’adoption. {effect}</em>
            </>
          ) : null}
        </MailParagraph>
      ))}
    </>
  )
}

export function Documents({ documents }: Pick<ConvocationProps, 'documents'>) {
  if (documents.length === 0) return null
  return (
    <>
      <MailHeading>Documents à lire</MailHeading>
      <MailList
        items={documents.map(({ title, url }) => (
          <MailLink key={url} href={url}>
            {title}
          </MailLink>
        ))}
      />
    </>
  )
}

export function Signature({ signer }: Pick<ConvocationProps, 'signer'>) {
  return (
    <MailParagraph>
      {signer.name}
      <br />
      {signer.title}
    </MailParagraph>
  )
}

/** « Bonjour Dr Martin, » and, for a legal person, in whose name. */
export function Greeting({ name, forBody }: { name: string; forBody: string | null }) {
  return (
    <MailParagraph>
      Bonjour {name},{forBody ? ` pour ${forBody},` : ''}
    </MailParagraph>
  )
}
