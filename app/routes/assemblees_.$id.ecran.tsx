import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readOutcome, type Outcome } from '~/ballots/outcome'
import { officerAccess } from '~/meetings/access.server'
import { keepsDesk } from '~/meetings/session/rights.server'
import { screenPage, type ScreenPage, type ShownResolution } from '~/meetings/session/screen.query.server'
import { ScreenFrame } from '~/meetings/session/ui/screen-frame'
import { Announcement, BallotStage, ResolutionTitle, SigningStage } from '~/meetings/session/ui/screen-stages'
import { useLive } from '~/meetings/session/use-live'
import { signedInContext } from '~/offices/request.server'
import { ResultPanel } from '~/ui/result-panel'

const PARTICIPATION_MS = 3_000

/** Fills the screen alone, without the frame of the site. */
export const handle = { bare: true, shell: false }

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Écran de la salle — ${page?.page.name ?? ''}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await signedInContext(request)
  const meeting = await officerAccess(ctx, params.id)
  if (!keepsDesk(ctx.actor, meeting)) throw data(null, { status: 404 })
  const page = await screenPage(ctx, meeting)
  return { meetingId: meeting.id, page, outcome: readOutcome(page.last?.outcome) }
}

export default function RoomScreen() {
  const { meetingId, page, outcome } = useLoaderData<typeof loader>()
  const connected = useLive(meetingId, page.lastEvent, page.open ? { everyMs: PARTICIPATION_MS } : {})
  return (
    <ScreenFrame meetingId={meetingId} page={page} connected={connected} compact={!page.open && outcome !== null}>
      <Stage page={page} outcome={outcome} />
    </ScreenFrame>
  )
}

function Stage({ page, outcome }: { page: ScreenPage; outcome: Outcome | null }) {
  const { state, opened, room, open, last, next, hours } = page
  if (state === 'NO_QUORUM')
    return (
      <Announcement title="Le quorum n’est pas réuni">
        L’assemblée n’a pas délibéré. La suite fera l’objet d’une nouvelle convocation.
      </Announcement>
    )
  if (state === 'CLOSED')
    return (
      <Announcement title={`La séance est levée${hours.closed ? ` à ${hours.closed}` : ''}`}>
        Le procès-verbal reste à écrire et à signer.
      </Announcement>
    )
  if (state !== 'OPEN') return <Announcement title={`La séance commence à ${hours.convened}`} />
  if (open) return <BallotStage open={open} />
  if (!opened && room) return <SigningStage room={room} />
  if (last && outcome) return <ScreenResult resolution={last} outcome={outcome} />
  return (
    <Announcement title="La séance est ouverte">
      {next ? `À suivre : résolution ${next.number}, ${next.title}` : null}
    </Announcement>
  )
}

const OUTCOMES = { ADOPTED: 'adopted', REJECTED: 'rejected', INVALID: 'void' } as const

function ScreenResult({ resolution, outcome }: { resolution: ShownResolution; outcome: Outcome }) {
  const { totals, unit, state, casting, rule, thresholds, reasons } = outcome
  const published = totals[unit] ?? totals.voices ?? totals.members
  return (
    <div className="space-y-[2vh] [&>div]:text-[clamp(1.125rem,min(2.3vw,3.4vh),2.25rem)]">
      <ResolutionTitle resolution={resolution} short />
      {published ? (
        <ResultPanel
          {...published}
          outcome={OUTCOMES[state]}
          unit={totals[unit] ? unit : totals.voices ? 'voices' : 'members'}
          threshold={thresholds.join(' ; ')}
          rule={rule}
          casting={casting}
          size="screen"
        />
      ) : (
        <Announcement title={state === 'ADOPTED' ? 'Adoptée' : state === 'REJECTED' ? 'Rejetée' : 'Sans effet'}>
          {reasons[0]?.sentence}
        </Announcement>
      )}
    </div>
  )
}
