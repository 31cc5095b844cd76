import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PAPERS } from '~/dues/receipts/papers.server'
import { db } from '~/platform/db.server'
import { demoOnly } from '~/platform/demo/only.server'
import { MAIL_STATES } from '~/platform/mail/mail-states'
import { outboxMail } from '~/platform/mail/outbox.query.server'
import { typeset } from '~/statutes/french'
import { DefinitionList } from '~/ui/definition-list'
import { frenchDateTime, plural } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject ?? 'Courriel' }]

export async function loader({ params }: LoaderFunctionArgs) {
  demoOnly()
  const mail = await outboxMail(db(), params.id ?? '', PAPERS)
  if (!mail) throw data(null, { status: 404 })
  const { html, ...rest } = mail
  return { ...rest, readable: html !== null }
}

export default function OutboxMail() {
  const mail = useLoaderData<typeof loader>()
  const facts = [
    { term: 'À', value: <span className="break-words">{mail.to}</span> },
    { term: 'Écrit le', value: frenchDateTime(mail.queuedAt) },
    { term: 'État', value: MAIL_STATES[mail.state]?.label ?? mail.state },
    ...(mail.sentAt ? [{ term: 'Envoyé le', value: frenchDateTime(mail.sentAt) }] : []),
    ...(mail.answer ? [{ term: 'Réponse du serveur', value: mail.answer }] : []),
    ...(mail.hash
      ? [{ term: 'Empreinte', value: <code className="break-all text-[0.875rem]">{mail.hash}</code> }]
      : []),
  ]
  return (
    <Page
      title={typeset(mail.subject)}
      breadcrumb={[
        { href: '/demo', label: 'Démonstration' },
        { href: '/demo/courriels', label: 'Courriels' },
      ]}
    >
      <Section>
        <DefinitionList items={facts} />
        {mail.attachments.length ? <Attachments mail={mail} /> : null}
      </Section>
      <Section title="Le message" wide>
        {mail.readable ? (
          <iframe
            src={`/demo/courriels/${mail.id}/contenu`}
            title={`Message « ${mail.subject} »`}
            sandbox="allow-top-navigation-by-user-activation allow-popups"
            className="h-[46rem] w-full max-w-[46rem] rounded-control border border-rule-strong bg-white"
          />
        ) : (
          <p className="text-muted">
            {mail.state === 'QUEUED'
              ? 'Le message est en préparation : rechargez cette page dans un instant.'
              : 'Ce message portait un lien de connexion : il a été effacé après l’envoi.'}
          </p>
        )}
      </Section>
      {mail.text ? (
        <Section title="Le même, en texte" wide>
          <pre className="max-w-[46rem] whitespace-pre-wrap break-words rounded-control bg-sunken p-4 text-[0.9375rem]">
            {mail.text}
          </pre>
        </Section>
      ) : null}
    </Page>
  )
}

type Mail = { id: string; attachments: { filename: string; size: number }[] }

function Attachments({ mail }: { mail: Mail }) {
  return (
    <div>
      <h2 className="mb-1 text-[1.1875rem]">{plural(mail.attachments.length, 'pièce jointe', 'pièces jointes')}</h2>
      <ul className="list-disc pl-6">
        {mail.attachments.map(({ filename, size }, rank) => (
          <li key={filename}>
            <TextLink to={`/demo/courriels/${mail.id}/pieces/${rank}`} download={filename}>
              {filename}
            </TextLink>{' '}
            <span className="text-muted">({Math.max(1, Math.round(size / 1024))}&nbsp;ko)</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
