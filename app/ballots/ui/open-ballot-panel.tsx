import type { SubmissionResult } from '@conform-to/react'
import { plural } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { Progress } from '~/ui/progress'
import type { OpenBallotView } from '../ballots-page.query.server'
import { CountForm } from './count-form'
import { Withdraw } from './open-form'
import { QuickPress } from './quick-press'
import { RecordVoteForm } from './record-vote-form'

type OpenBallotPanelProps = {
  ballot: OpenBallotView
  mayPreside: boolean
  resultOf: (act: string) => SubmissionResult<string[]> | undefined
}

/** The ballot under way: who has voted (never what), and how the chair ends it. */
export function OpenBallotPanel({ ballot, mayPreside, resultOf }: OpenBallotPanelProps) {
  const { view, voted, all, byHead } = ballot
  const electronic = view.mode === 'ELECTRONIC'
  const left = all.members - voted.members
  return (
    <div className="space-y-6">
      {electronic ? (
        <>
          <Progress
            done={voted.members}
            total={all.members}
            label={
              byHead
                ? 'ont voté, un vote chacun'
                : `ont voté, ${plural(voted.voices, 'voix', 'voix')} sur ${all.voices}`
            }
          />
          <People title={`N’ont pas encore voté (${left})`} people={ballot.people.filter((person) => !person.voted)} />
          <People title={`Ont voté (${voted.members})`} people={ballot.people.filter((person) => person.voted)} />
        </>
      ) : null}
      {mayPreside && electronic && !view.secret ? (
        <RecordVoteForm ballot={ballot} lastResult={resultOf('record')} />
      ) : null}
      {ballot.fault ? (
        <Notice tone="refusal" title="Ce scrutin ne peut pas être dépouillé">
          <p>{ballot.fault}</p>
          <p>
            Le plus souvent, le secret de scellement du serveur a changé pendant le scrutin&nbsp;: s’il est remis, le
            scrutin se clôt normalement. Sinon, annulez-le&nbsp;: le même texte est remis aux voix.
          </p>
        </Notice>
      ) : null}
      {mayPreside && ballot.fault ? (
        <QuickPress
          act="annul"
          resolutionId={view.id}
          tone="danger"
          pending="Annulation en cours"
          consequence="Les votes reçus sont détruits sans être comptés, et chacun vote de nouveau. C’est définitif, et le journal le dit."
        >{`Annuler ce scrutin et remettre la résolution ${view.number} aux voix`}</QuickPress>
      ) : null}
      {mayPreside && electronic && !ballot.fault ? (
        <QuickPress
          act="close"
          resolutionId={view.id}
          pending="Clôture en cours"
          consequence={
            left > 0
              ? `${plural(left, 'membre n’a', 'membres n’ont')} pas voté. La clôture est définitive : le résultat est proclamé et prend effet aussitôt.`
              : 'Tous ont voté. La clôture est définitive : le résultat est proclamé et prend effet aussitôt.'
          }
        >{`Clore le scrutin de la résolution ${view.number}`}</QuickPress>
      ) : null}
      {mayPreside && !electronic ? <CountForm ballot={ballot} lastResult={resultOf('count')} /> : null}
      {mayPreside ? <Withdraw view={view} /> : null}
    </div>
  )
}

function People({ title, people }: { title: string; people: OpenBallotView['people'] }) {
  if (people.length === 0) return null
  return (
    <details className="max-w-measure border-y border-rule">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{title}</summary>
      <ul className="columns-1 pb-3 sm:columns-2">
        {people.map((person) => (
          <li key={person.memberId} className="break-inside-avoid py-0.5">
            {person.label}
            {person.holder ? <span className="text-muted"> (par {person.holder})</span> : null}
            {person.online ? <span className="text-muted"> (en ligne)</span> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
