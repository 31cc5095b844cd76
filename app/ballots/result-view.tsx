import type { SerializeFrom } from '@remix-run/node'
import { typeset, capital } from '~/statutes/french'
import { plural } from '~/ui/format'
import { ResultPanel } from '~/ui/result-panel'
import { RulingPanel } from '~/ui/ruling-panel'
import type { Totals } from './choices'
import type { OutcomeView } from './outcome.query.server'

type ResultViewProps = { view: SerializeFrom<OutcomeView>; size?: 'page' | 'screen' }

const none: Totals = { for: 0, against: 0, abstained: 0, blank: 0 }

/** How a resolution ended: outcome, threshold, article, figures, casting vote, readings that differ, what would change it. */
export function ResultView({ view, size = 'page' }: ResultViewProps) {
  const { outcome } = view
  if (view.state === 'WITHDRAWN') return <p className="text-muted">Retirée : elle n’a pas été votée.</p>
  if (!outcome) return null
  if (outcome.state === 'INVALID')
    return (
      <RulingPanel outcome="unlawful" title="Sans effet : le quorum n’était pas atteint" reasons={outcome.reasons}>
        {outcome.change ? <p>{outcome.change}</p> : null}
      </RulingPanel>
    )
  const { voices, members } = outcome.totals
  return (
    <ResultPanel
      outcome={outcome.state === 'ADOPTED' ? 'adopted' : 'rejected'}
      {...(voices ?? members ?? none)}
      unit={voices ? 'voices' : 'members'}
      heads={voices && members ? members : undefined}
      threshold={threshold(outcome)}
      rule={outcome.rule}
      reasons={outcome.reasons}
      casting={outcome.casting}
      sensitive={outcome.sensitive.map(({ sentence }) => sentence)}
      size={size}
    >
      {size === 'page' ? <After view={view} outcome={outcome} /> : null}
    </ResultPanel>
  )
}

type Decided = NonNullable<SerializeFrom<OutcomeView>['outcome']>

/** « Plus de la moitié des suffrages exprimés, en voix : il en fallait 13 sur 25. » */
function threshold({ thresholds, required, base, unit }: Decided): string {
  const [first = '', ...others] = thresholds
  const words = [capital(first), ...others].join(' ; ')
  return typeset(
    `${words} : il fallait ${plural(required, unit === 'voices' ? 'voix' : 'membre', unit === 'voices' ? 'voix' : 'membres')} sur ${base}.`,
  )
}

function After({ view, outcome }: { view: SerializeFrom<OutcomeView>; outcome: Decided }) {
  const { present, voters } = outcome
  const took = voters.members ?? null
  return (
    <div className="space-y-2 text-[0.9375rem]">
      {outcome.change ? <p>{typeset(outcome.change)}</p> : null}
      {outcome.castingBy ? <p>Voix prépondérante : {outcome.castingBy}.</p> : null}
      <p className="text-muted">
        {view.secret ? 'Scrutin secret' : 'Scrutin non secret'}
        {took === null
          ? ''
          : `, ${plural(took, 'votant')} sur ${plural(present.members, 'membre présent ou représenté', 'membres présents ou représentés')}`}
        .{view.tellers ? ` Scrutateurs : ${view.tellers.join(' et ')}.` : ''}
      </p>
      {view.secret && !outcome.totals.members ? (
        <p className="text-muted">Seul le total est publié : le détail laisserait deviner des votes.</p>
      ) : null}
      {view.repeatedAs ? (
        <p>Partage en scrutin secret : un nouveau scrutin a lieu, résolution {view.repeatedAs}.</p>
      ) : null}
      {view.roll ? <Roll roll={view.roll} /> : null}
    </div>
  )
}

function Roll({ roll }: { roll: NonNullable<OutcomeView['roll']> }) {
  return (
    <table className="w-full max-w-md">
      <caption className="pb-1 text-left font-semibold">Vote nominal</caption>
      <tbody>
        {roll.map(({ label, choice, voter }) => (
          <tr key={label} className="border-t border-rule">
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              {label}
              {voter ? <span className="text-muted"> (par {voter})</span> : null}
            </th>
            <td className="py-1 text-right font-semibold">{choice}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
