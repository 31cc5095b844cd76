import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { association, statutesInForce } from '~/association/in-force.server'
import { admittingRule, whoAdmits } from '~/membership/applications/who-admits'
import { openContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import type { ByLeaving } from '~/platform/mail/leaving'
import { mailLeaving } from '~/platform/mail/mail-server.server'
import { NoMailServer } from '~/platform/mail/ui/no-mail-server'
import { ArticleChip } from '~/ui/article-chip'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Demande reçue' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await openContext(request)
  const [{ name, email }, { statutes }] = await Promise.all([association(db), statutesInForce(db, parisDate(now))])
  return { name, email, leaving: mailLeaving(), rule: admittingRule(whoAdmits(statutes)) }
}

const CONFIRMED = {
  leaves:
    'Un courriel est prêt pour vous : il dit ce qui a été reçu et ce qui vient ensuite. Il arrive d’ordinaire en quelques minutes.',
  stays: 'Aucun courriel ne peut vous le confirmer : notez cette date.',
  demo: 'Un courriel dit ce qui a été reçu et ce qui vient ensuite.',
} as const satisfies ByLeaving

/** The same whoever applied: what is particular is in the mail. */
export default function ApplicationSent() {
  const { name, email, leaving, rule } = useLoaderData<typeof loader>()
  return (
    <Page title="Votre demande est reçue" overline={name}>
      <Section margin={<ArticleChip rule="6.2-a">{rule}</ArticleChip>}>
        <Notice tone="success" title="Elle est enregistrée" live="status">
          <p>{CONFIRMED[leaving]}</p>
        </Notice>
        <p>
          Rien n’arrive ? Regardez parmi les messages indésirables, puis écrivez à{' '}
          <strong className="break-words">{email}</strong>.
        </p>
        <NoMailServer leaving={leaving} />
      </Section>
    </Page>
  )
}
