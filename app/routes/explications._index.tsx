import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownLetters } from '~/letters/own-letters.query.server'
import { signedInContext } from '~/offices/request.server'
import { EmptyState } from '~/ui/empty-state'
import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'

export const meta: MetaFunction = () => [{ title: 'Vos explications' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  return { letters: await ownLetters(ctx) }
}

export default function OwnLetters() {
  const { letters } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Vos explications"
      breadcrumb={[{ href: '/compte', label: 'Mon espace' }]}
      lead="Les lettres recommandées qui vous invitent à vous expliquer, et vos réponses."
    >
      <Section>
        {letters.length > 0 ? (
          <ul className="max-w-[46rem] border-t border-rule">
            {letters.map(({ id, subject, member, depositedOn, answered }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-3">
                <span>
                  <TextLink to={`/explications/${id}`}>{subject}</TextLink>
                  <span className="block text-muted">
                    {member}
                    {depositedOn ? `, lettre postée le ${frenchDate(depositedOn)}` : ''}
                  </span>
                </span>
                <StatusBadge tone={answered ? 'success' : 'turn'}>
                  {answered ? 'réponse envoyée' : 'à répondre'}
                </StatusBadge>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="Aucune lettre ne vous invite à vous expliquer" />
        )}
      </Section>
    </Page>
  )
}
