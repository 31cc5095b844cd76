import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Qr } from '~/ui/qr'
import type { ScreenPage } from '../screen.query.server'
import { QuorumPanel } from './quorum-panel'

/** The projector’s page, read from ten metres: who and what on top, the matter in the middle, the quorum below. */
export function ScreenFrame({
  meetingId,
  page,
  connected,
  compact = false,
  children,
}: {
  meetingId: string
  page: ScreenPage
  connected: boolean
  /** a result takes the room: the quorum keeps its sentence and its bar */
  compact?: boolean
  children: ReactNode
}) {
  const { association, name, chair, quorum, categories, room, state } = page
  const signing = room !== null && !page.opened
  const showsQuorum = state !== 'CLOSED' && state !== 'CONVENED'
  return (
    <div className="flex min-h-dvh flex-col gap-[2.5vh] bg-paper px-[3.5vw] py-[2.5vh]">
      <noscript>
        <meta httpEquiv="refresh" content="8" />
      </noscript>
      <header className="flex flex-wrap items-baseline justify-between gap-x-[3vw] border-b-4 border-double border-rule-strong pb-[1.5vh] text-[clamp(1rem,min(1.9vw,3vh),2rem)] leading-tight">
        <h1 className="text-[1em]">
          <Link to={`/assemblees/${meetingId}/seance`} className="text-ink no-underline">
            {association}
            <span className="font-normal text-muted"> — {name}</span>
          </Link>
        </h1>
        <p className="text-muted">
          {connected ? null : <span role="status">Liaison interrompue. </span>}
          {chair ? (
            <>
              Préside&nbsp;: <span className="text-ink">{chair}</span>
            </>
          ) : null}
        </p>
      </header>
      <div className="flex min-h-0 flex-1 flex-col justify-center">{children}</div>
      {showsQuorum ? (
        <footer className="flex flex-wrap items-center gap-x-[3vw] gap-y-4 border-t border-rule pt-[2vh]">
          <div
            className={`min-w-64 flex-1 ${signing ? '[&_figure]:text-[clamp(1rem,min(2.4vw,3.8vh),2.5rem)]' : '[&_figure]:text-[clamp(1rem,min(1.7vw,2.7vh),1.75rem)]'} ${compact ? '[&_dl]:hidden' : ''}`}
          >
            <QuorumPanel quorum={quorum} categories={categories} size="screen" />
          </div>
          {room && !signing ? <RoomCode room={room} /> : null}
        </footer>
      ) : null}
    </div>
  )
}

/** For whoever comes late: the same code, small. */
function RoomCode({ room }: { room: NonNullable<ScreenPage['room']> }) {
  return (
    <div className="flex items-center gap-3">
      <div className="[&>div]:size-[clamp(4.5rem,8vw,9rem)] [&>div]:p-1">
        <Qr svg={room.qr} label="Code QR pour signer sa présence" />
      </div>
      <p className="text-[clamp(1rem,1.5vw,1.6rem)] leading-tight">
        Signer sa présence
        <br />
        <strong className="text-[1.5em] tabular-nums tracking-wider">{spaced(room.code)}</strong>
      </p>
    </div>
  )
}

/** « 123 456 » */
export const spaced = (code: string | null): string => (code ?? '').replace(/(\d{3})(\d{3})/, '$1\u202f$2')
