import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { meetingListPage } from '~/meetings/list/meeting-list.query.server'
import { MeetingTable } from '~/meetings/list/meeting-table'
import { may } from '~/platform/permissions'
import { signedInContext } from '~/offices/request.server'
import { ButtonLink } from '~/ui/link'
import { Pagination } from '~/ui/list-tools'
import { EmptyState } from '~/ui/notice'
import { Page, Section } from '~/ui/page'

export const meta: MetaFunction = () => [{ title: 'Assemblées et réunions du Bureau' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const list = await meetingListPage(ctx, new URL(request.url).searchParams.get('apres'))
  return { ...list, mayPrepare: may(ctx.actor, 'meetings.prepare') }
}

export default function Meetings() {
  const { coming, past, next, first, mayPrepare } = useLoaderData<typeof loader>()
  const create = <ButtonLink to="/assemblees/nouvelle">Préparer une réunion</ButtonLink>
  return (
    <Page title="Assemblées et réunions du Bureau" actions={mayPrepare ? create : null}>
      {first ? (
        <Section title="À venir" wide>
          {coming.length > 0 ? (
            <MeetingTable caption="Réunions à venir" lines={coming} />
          ) : (
            <EmptyState title="Aucune réunion à venir">
              {mayPrepare
                ? 'Choisissez l’instance, la date et le lieu ; la page vous dira ensuite ce que les statuts demandent, jour par jour.'
                : 'Une réunion qui vous concerne paraît ici dès sa convocation.'}
            </EmptyState>
          )}
        </Section>
      ) : null}
      <Section title="Passées" wide>
        {past.length > 0 ? (
          <MeetingTable caption="Réunions passées" lines={past} />
        ) : (
          <EmptyState title="Aucune réunion passée" />
        )}
        <Pagination previous={first ? null : '/assemblees'} next={next} />
      </Section>
    </Page>
  )
}
