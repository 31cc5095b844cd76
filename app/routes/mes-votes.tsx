import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myVotes } from '~/ballots/my-votes.query.server'
import { signedInContext } from '~/offices/request.server'
import { ArticleChip } from '~/ui/article-chip'
import { EmptyState } from '~/ui/empty-state'
import { shortDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { DataTable, type Column } from '~/ui/table'

export const meta: MetaFunction = () => [{ title: 'Mes votes' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { votes: await myVotes(await signedInContext(request)) }
}

type Vote = ReturnType<typeof useLoaderData<typeof loader>>['votes'][number]
const columns: Column<Vote>[] = [
  { key: 'resolution', header: 'Résolution', cell: ({ number, title }) => `${number}. ${title}` },
  { key: 'meeting', header: 'Réunion', cell: ({ meeting }) => meeting },
  { key: 'on', header: 'Date', cell: ({ on }) => shortDate(on) },
  { key: 'member', header: 'Pour', cell: ({ member }) => member },
  { key: 'code', header: 'Reçu', cell: ({ code }) => <code className="break-all">{code}</code> },
]

export default function MyVotes() {
  const { votes } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Mes votes"
      breadcrumb={[{ href: '/compte', label: 'Mon espace' }]}
      lead="Le reçu prouve que votre vote a été compté. Il ne dit pas ce que vous avez voté."
    >
      <Section wide margin={<ArticleChip rule="13.2-c">Le vote et son décompte</ArticleChip>}>
        {votes.length === 0 ? (
          <EmptyState title="Aucun vote en ligne">
            Les votes à main levée et les bulletins de papier ne laissent pas de reçu.
          </EmptyState>
        ) : (
          <DataTable
            caption="Mes votes"
            captionHidden
            columns={columns}
            rows={votes}
            rowKey={({ key }) => key}
            rowHref={({ meetingId }) => `/assemblees/${meetingId}`}
          />
        )}
      </Section>
    </Page>
  )
}
