import type { TieRule } from '~/statutes/elections'
import { isRuleId } from '~/statutes/catalogue'
import type { Reason } from '~/statutes/ruling'
import type { RulingAnswer } from '~/statutes/simulate'
import { QuorumBar } from '~/ui/bar'
import { ResultPanel } from '~/ui/result-panel'

type Vote = Exclude<RulingAnswer['items'][number], { elected: string | null }>
type Election = Extract<RulingAnswer['items'][number], { elected: string | null }>

/** The sentences of an answer as reasons that a chip opens. */
export const reasonsOf = (rule: string, sentences: readonly string[]): Reason[] =>
  isRuleId(rule) ? sentences.map((sentence) => ({ rule, sentence, figures: {} })) : []

export function AnswerQuorum({ quorum }: Pick<RulingAnswer, 'quorum'>) {
  const { met, counted, required, base, rule, reasons } = quorum
  return (
    <QuorumBar
      counted={counted}
      required={required}
      base={base}
      unit={quorum.unit === 'voices' ? 'voices' : 'members'}
      rule={rule}
      met={met}
      reasons={reasonsOf(rule, reasons)}
    />
  )
}

export function AnswerVote({ vote, children }: { vote: Vote; children?: React.ReactNode }) {
  const { valid, adopted, rule, reasons, casting, sensitive } = vote
  return (
    <ResultPanel
      outcome={valid ? (adopted ? 'adopted' : 'rejected') : 'void'}
      for={vote.for}
      against={vote.against}
      abstained={vote.abstained}
      blank={vote.blank}
      threshold={reasons[0]}
      rule={rule}
      reasons={reasonsOf(rule, reasons)}
      casting={casting}
      sensitive={sensitive.map((each) => each.sentence)}
    >
      {vote.setAside.length > 0 ? (
        <p>Votes écartés (ni présents ni représentés, ou sans droit de vote)&nbsp;: {vote.setAside.join(', ')}.</p>
      ) : null}
      {children}
    </ResultPanel>
  )
}

export function AnswerElection({ election }: { election: Election }) {
  const { elected, round, tie, votes, reasons } = election
  const last = votes.at(-1) ?? {}
  return (
    <div className="max-w-[46rem] border-t-4 border-accent bg-surface p-4 sm:p-5">
      <p className="font-serif text-[1.5rem] font-semibold leading-tight">
        {elected === null ? 'Personne n’est élu' : `${elected} est élu`}
      </p>
      <p className="mt-1">
        {round === null ? null : `Au tour ${round}. `}
        {tie === null ? null : `Égalité réglée ainsi : ${TIES[tie]}. `}
        {reasons.join(' ')}
      </p>
      <dl className="mt-3 border-t border-rule tabular-nums">
        {Object.entries(last).map(([name, voices]) => (
          <div key={name} className="flex justify-between border-b border-rule py-1.5">
            <dt>{name}</dt>
            <dd className="font-semibold">{voices}&nbsp;voix</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const TIES: Record<TieRule, string> = {
  'new-ballot': 'un nouveau vote',
  older: 'le plus âgé',
  lots: 'le tirage au sort',
  none: 'personne',
}
