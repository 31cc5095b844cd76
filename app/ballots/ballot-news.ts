import { plural } from '~/ui/format'
import type { Totals } from './choices'
import type { OutcomeView } from './outcome.query.server'

/** What is said of a resolution while its meeting goes on. */
export type BallotFact = Pick<OutcomeView, 'id' | 'number' | 'title' | 'state' | 'outcome'>

const named = ({ number, title }: BallotFact) => `résolution ${number}, ${title}`

const VERDICTS: Partial<Record<BallotFact['state'], string>> = {
  ADOPTED: 'adoptée',
  REJECTED: 'rejetée',
  INVALID: 'sans effet, le quorum n’était pas atteint',
  WITHDRAWN: 'retirée, elle n’est pas votée',
}

/** « 12 voix pour, 3 contre, aucun blanc, 1 abstention », of what is published. */
function figures({ for: yes, against, blank, abstained }: Totals, unit: 'voices' | 'members'): string {
  const [one, many] = unit === 'voices' ? ['voix', 'voix'] : ['membre', 'membres']
  return [
    `${plural(yes, one, many)} pour`,
    `${against} contre`,
    ...(blank > 0 ? [plural(blank, 'blanc')] : []),
    plural(abstained, 'abstention'),
  ].join(', ')
}

/** How a resolution ended, in one sentence; null while it has not. « Résolution 2, Budget : adoptée, 12 voix pour, … » */
export function resultSentence(fact: BallotFact): string | null {
  const verdict = VERDICTS[fact.state]
  if (!verdict) return null
  const { voices, members } = fact.outcome?.totals ?? { voices: null, members: null }
  const told = voices ? figures(voices, 'voices') : members ? figures(members, 'members') : null
  return `Résolution ${fact.number}, ${fact.title} : ${[verdict, told].filter(Boolean).join(', ')}.`
}

/** What has happened between two looks at a meeting, in the words that a screen reader says. */
export function ballotNews(before: readonly BallotFact[], now: readonly BallotFact[]): string[] {
  return now.flatMap((fact) => {
    const was = before.find(({ id }) => id === fact.id)?.state
    if (was === fact.state) return []
    if (fact.state === 'OPEN') return [`Scrutin ouvert : ${named(fact)}.`]
    if (fact.state === 'ONLINE') return [`Vote en ligne ouvert : ${named(fact)}.`]
    const result = resultSentence(fact)
    return result ? [was === 'OPEN' || was === 'ONLINE' ? `Scrutin clos. ${result}` : result] : []
  })
}

const SITTINGS: Record<string, string> = {
  CLOSED: 'La séance est levée.',
  NO_QUORUM: 'Le quorum n’est pas réuni : la séance est levée.',
  CANCELLED: 'La réunion est annulée.',
}

/** What the meeting itself has come to. */
export const sittingNews = (before: string, now: string): string[] =>
  before === now ? [] : [SITTINGS[now] ?? ''].filter(Boolean)
