import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { association, statutesInForce } from '~/association/in-force.server'
import { admittingRule, whoAdmits } from '~/membership/applications/who-admits'
import { openContext } from '~/offices/request.server'
import { parisDate } from '~/platform/clock.server'
import { env } from '~/platform/env.server'
import { ArticleChip } from '~/ui/article-chip'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Demande envoyée' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await openContext(request)
  const [{ name, email }, { statutes }] = await Promise.all([association(db), statutesInForce(db, parisDate(now))])
  const { DEMO, SMTP_URL } = env()
  return { name, email, outbox: DEMO && !SMTP_URL, rule: admittingRule(whoAdmits(statutes)) }
}

/** The same whoever applied: what is particular is in the mail. */
export default function ApplicationSent() {
  const { name, email, outbox, rule } = useLoaderData<typeof loader>()
  return (
    <Page title="Votre demande est envoyée" overline={name}>
      <Section margin={<ArticleChip rule="6.2-a">{rule}</ArticleChip>}>
        <Notice tone="success" title="Consultez votre messagerie" live="status">
          <p>Un courriel vous confirme ce qui a été reçu et ce qui vient ensuite.</p>
        </Notice>
        <p>
          Rien n’arrive ? Regardez parmi les messages indésirables, puis écrivez à{' '}
          <strong className="break-words">{email}</strong>.
        </p>
        {outbox ? (
          <p>
            Ceci est une démonstration, aucun courriel ne part : <TextLink to="/demo/courriels">lisez-les ici</TextLink>
            .
          </p>
        ) : null}
      </Section>
    </Page>
  )
}
