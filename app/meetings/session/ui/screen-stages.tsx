import { plural } from '~/ui/format'
import { Icon } from '~/ui/icon'
import { Qr } from '~/ui/qr'
import type { ScreenPage, ShownResolution } from '../screen.query.server'
import { spaced } from './screen-frame'

const huge = 'font-serif font-semibold text-balance text-[clamp(2rem,min(5.2vw,8.6vh),5.5rem)] leading-[1.1]'
const large = 'text-[clamp(1.125rem,min(2.6vw,4.2vh),2.75rem)] leading-snug'

/** One sentence in the middle of the screen, and what follows. */
export function Announcement({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className="space-y-[2vh]">
      <p className={huge}>{title}</p>
      {children ? <div className={`${large} text-muted`}>{children}</div> : null}
    </div>
  )
}

/** While members arrive: the code QR and the six figures of the room. */
export function SigningStage({ room }: { room: NonNullable<ScreenPage['room']> }) {
  return (
    <div className="flex flex-wrap items-center gap-x-[5vw] gap-y-6">
      <div className="[&>div]:size-[min(42vh,80vw)] [&>div]:p-[1.5vh]">
        <Qr svg={room.qr} label="Code QR pour signer sa présence sur son téléphone" />
      </div>
      <div className="min-w-72 flex-1">
        <p className={huge}>Signez votre présence</p>
        <p className={`mt-[2vh] ${large}`}>Lisez ce code avec votre téléphone, ou ouvrez {room.address} et écrivez</p>
        <p className="mt-[1vh] whitespace-nowrap font-semibold tabular-nums leading-none tracking-wide text-accent text-[clamp(3rem,min(9.5vw,15vh),11rem)]">
          {spaced(room.code)}
        </p>
        <p className={`mt-[2vh] text-muted ${large}`}>Sans téléphone&nbsp;: signez à l’accueil.</p>
      </div>
    </div>
  )
}

/** A long text in smaller letters, so that the whole of it is on the screen. */
function sizeOf(text: string): string {
  if (text.length < 160) return 'text-[clamp(1.25rem,min(3.1vw,5vh),3.25rem)]'
  if (text.length < 420) return 'text-[clamp(1.125rem,min(2.3vw,3.8vh),2.4rem)]'
  if (text.length < 900) return 'text-[clamp(1rem,min(1.75vw,2.9vh),1.8rem)]'
  return 'text-[clamp(0.9375rem,min(1.35vw,2.3vh),1.4rem)] columns-2 gap-[3vw]'
}

/** `short`: on one line where it fits, when a result takes the room. */
export function ResolutionTitle({
  resolution,
  short = false,
}: {
  resolution: Pick<ShownResolution, 'number' | 'title'>
  short?: boolean
}) {
  return (
    <p
      className={`font-serif font-semibold leading-tight text-balance ${short ? 'text-[clamp(1.25rem,min(2.6vw,4.2vh),2.75rem)]' : 'text-[clamp(1.5rem,min(3.4vw,5.4vh),3.5rem)]'}`}
    >
      <span className="text-muted">
        Résolution {resolution.number}
        {short ? ' — ' : <br />}
      </span>
      {resolution.title}
    </p>
  )
}

type Open = NonNullable<ScreenPage['open']>

/** The resolution put to the vote: its text, and how many have voted; never how. */
export function BallotStage({ open }: { open: Open }) {
  return (
    <div className="space-y-[2.5vh]">
      <ResolutionTitle resolution={open} />
      <div className={`max-w-[75ch] whitespace-pre-line font-serif leading-snug ${sizeOf(open.text)}`}>{open.text}</div>
      <div className={`border-l-8 border-turn-mark bg-turn-soft px-[2vw] py-[1.5vh] ${large}`}>
        <p className="flex flex-wrap items-center gap-x-[1.5vw] font-semibold text-turn">
          <Icon name="turn" size={40} />
          {MODES[open.mode ?? 'ELECTRONIC']}
          {open.secret ? <span>Scrutin secret</span> : null}
        </p>
        {open.participation ? <Participation {...open.participation} /> : null}
      </div>
    </div>
  )
}

const MODES = {
  ELECTRONIC: 'Votez maintenant, sur votre téléphone',
  HANDS: 'Vote à main levée',
  PAPER: 'Vote sur bulletin papier',
}

function Participation({ voted, may }: { voted: number; may: number }) {
  return (
    <div className="mt-[1vh]">
      <p role="status" className="tabular-nums">
        <strong>{voted}</strong> sur {plural(may, 'membre présent ou représenté', 'membres présents ou représentés')}{' '}
        {voted < 2 ? 'a voté' : 'ont voté'}
      </p>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        className="mt-[0.8vh] block h-[1.2vh] w-full"
      >
        <rect width="100" height="6" className="fill-surface" />
        <rect width={may === 0 ? 0 : (voted * 100) / may} height="6" className="fill-turn-mark" />
      </svg>
    </div>
  )
}
