import { capital } from '~/statutes/french'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { meetingAccess } from '~/meetings/access.server'
import { meetingTabs } from '~/meetings/meeting-tabs'
import { BODY_WORDS, meetingName, meetingWhen, meetingWhere, STATE_WORDS } from '~/meetings/meeting-words'
import { signedInContext } from '~/offices/request.server'
import { Page } from '~/ui/page'
import { StatusBadge } from '~/ui/status-badge'
import { Tabs } from '~/ui/tabs'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const { meeting, officer, members, online } = await meetingAccess(ctx, params.id)
  const { id, state } = meeting
  return {
    name: meetingName(meeting),
    title: meeting.title,
    overline: BODY_WORDS[meeting.body].long,
    when: capital(meetingWhen(meeting)),
    where: meetingWhere(meeting),
    state: STATE_WORDS[state],
    tabs: meetingTabs({ id, state, officer, member: members.length > 0, online }),
  }
}

/** The frame of all pages of a meeting: its name is the page's title, each child renders sections only. */
export default function MeetingFrame() {
  const { title, overline, when, where, state, tabs } = useLoaderData<typeof loader>()
  return (
    <Page
      title={title}
      breadcrumb={[{ href: '/assemblees', label: 'Assemblées' }]}
      overline={overline === title ? undefined : overline}
      lead={
        <>
          {when}
          <br />
          {where}
        </>
      }
    >
      <p className="mt-4">
        <StatusBadge tone={state.tone}>{state.label}</StatusBadge>
      </p>
      <Tabs tabs={tabs} label="Pages de cette réunion" />
      <Outlet />
    </Page>
  )
}
