import { Link } from '@remix-run/react'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

/** Says the same whether the address is known or not. */
export function SentPage({ email, vers, outbox }: { email: string; vers: string; outbox: boolean }) {
  return (
    <Page title="Consultez votre messagerie">
      <Section>
        <p>
          Si l’adresse <strong className="break-all">{email}</strong> est connue de l’association, un lien de connexion
          vient d’y être envoyé. Il sert une seule fois, pendant 15&nbsp;minutes. Si trois liens y attendent déjà, aucun
          autre ne part&nbsp;: le dernier reçu sert encore.
        </p>
        {outbox ? (
          <Notice title="Ceci est une démonstration">
            <p>
              Aucun courriel ne part&nbsp;:{' '}
              <Link to={`/demo/courriels?${new URLSearchParams({ q: email })}`}>lisez-le ici</Link>.
            </p>
          </Notice>
        ) : null}
        <h2 className="pt-3 text-[1.1875rem]">Rien n’arrive&nbsp;?</h2>
        <ul className="list-disc space-y-1 pl-6">
          <li>Attendez une minute, puis regardez parmi les messages indésirables.</li>
          <li>
            Vérifiez l’adresse, ou{' '}
            <Link to={`/connexion?${new URLSearchParams({ vers })}`}>demandez un autre lien</Link>.
          </li>
          <li>
            Demandez à la personne qui tient le registre des membres l’adresse à laquelle l’association vous écrit.
          </li>
        </ul>
      </Section>
    </Page>
  )
}
