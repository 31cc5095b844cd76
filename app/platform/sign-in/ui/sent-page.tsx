import { Link } from '@remix-run/react'
import type { ByLeaving, Leaving } from '~/platform/mail/leaving'
import { NoMailServer } from '~/platform/mail/ui/no-mail-server'
import { Page, Section } from '~/ui/page'

const TITLES = {
  leaves: 'Consultez votre messagerie',
  stays: 'Aucun lien ne peut partir',
  demo: 'Lisez le lien dans la démonstration',
} as const satisfies ByLeaving

const FATES = {
  leaves: 'est prêt, et arrive d’ordinaire en moins d’une minute',
  stays: 'est prêt, mais ne peut pas partir',
  demo: 'l’attend dans les courriels de la démonstration',
} as const satisfies ByLeaving

/** Says the same whether the address is known or not. */
export function SentPage({ email, vers, leaving }: { email: string; vers: string; leaving: Leaving }) {
  return (
    <Page title={TITLES[leaving]}>
      <Section>
        <p>
          Si l’adresse <strong className="break-all">{email}</strong> est connue de l’association, un lien de connexion{' '}
          {FATES[leaving]}. Il sert une seule fois, pendant 15&nbsp;minutes.
          {leaving === 'leaves'
            ? ' Si trois liens y attendent déjà, aucun autre ne part : le dernier reçu sert encore.'
            : null}
        </p>
        <NoMailServer leaving={leaving} to={email} />
        {leaving === 'stays' ? null : (
          <>
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
          </>
        )}
      </Section>
    </Page>
  )
}
