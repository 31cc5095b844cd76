import { MailArticle, MailButton, MailFacts, MailLayout, MailParagraph } from './layout'
import type { ResignationNoticeProps } from './resignation-notice.subject'

/** Tells the President and the secretary that a member resigned on line, and what follows. */
export function ResignationNotice(props: ResignationNoticeProps) {
  const { associationName, name, member, on, text, dues, offices, proxies, url } = props
  const facts = [
    { term: 'Effet', value: on },
    ...dues.map(({ year, amount }) => ({ term: `Cotisation ${year}`, value: `${amount} restent dus` })),
    ...(offices.length > 0 ? [{ term: 'À pourvoir', value: offices.join(', ') }] : []),
    ...(proxies > 0
      ? [
          {
            term: 'Pouvoirs',
            value: `${proxies} ${proxies > 1 ? 'ont pris' : 'a pris'} fin ; un message est préparé pour l’autre membre`,
          },
        ]
      : []),
  ]
  return (
    <MailLayout
      association={associationName}
      title={`${member} a démissionné`}
      preview={`Démission reçue et effective le ${on}`}
    >
      <MailParagraph>Bonjour {name},</MailParagraph>
      <MailParagraph>
        {member} a démissionné depuis son espace, après avoir confirmé son identité. La qualité de membre a pris fin le{' '}
        {on}.
      </MailParagraph>
      {text ? <MailParagraph>Message joint : « {text} »</MailParagraph> : null}
      <MailFacts facts={facts} />
      <MailArticle article="6.4">
        Le registre des membres est à jour et un accusé de réception est préparé pour ce membre. Il n’y a rien à
        accepter ni à refuser.
      </MailArticle>
      <MailButton href={url}>Voir la fiche</MailButton>
    </MailLayout>
  )
}

ResignationNotice.PreviewProps = {
  associationName: 'CPTS des Lilas',
  name: 'Dr Paul Roux',
  member: 'Dr Anne Martin',
  on: '10 mai 2027',
  text: 'Je quitte le territoire.',
  dues: [{ year: 2027, amount: '50,00 €' }],
  offices: ['secrétariat'],
  proxies: 1,
  url: 'http://localhost:3000/membres/1',
} satisfies ResignationNoticeProps
