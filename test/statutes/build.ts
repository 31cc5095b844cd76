import { modelStatutes } from '~/statutes/model'
import type { Scenario, ScenarioItem } from '~/statutes/scenario-schema'
import type { Statutes } from '~/statutes/schema'
import { simulate } from '~/statutes/simulate'
import type { VoteAnswer } from '~/statutes/simulate-vote'
import type { MemberFacts } from '~/statutes/voting-rights'

export type Member = Scenario['members'][number]

export function member(id: string, more: Partial<Member> = {}): Member {
  const category = id.startsWith('F') ? 'founder' : id.startsWith('H') ? 'honorary' : 'active'
  return {
    id,
    category,
    admitted: '2020-01-01',
    born: '1970-01-01',
    duesPaidOn: '2027-01-15',
    suspended: false,
    president: id === 'F1',
    ...more,
  } satisfies MemberFacts
}

export function ids(letter: string, count: number, from = 1): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + from}`)
}

/** The association of the numeric cases: 4 founders of 3 voices, 20 actives. */
export const everyone = [...ids('F', 4), ...ids('A', 20)]

/** A deep copy of the model with one change. */
export function statutesWith(change: (statutes: Statutes) => void): Statutes {
  const statutes = structuredClone(modelStatutes)
  change(statutes)
  return statutes
}

export interface Ask {
  statutes?: Statutes
  members?: Member[]
  meeting?: Partial<Scenario['meeting']>
  present?: string[]
  proxies?: [from: string, to: string][]
  items?: ScenarioItem[]
}

export function scenario({ members, meeting, present, proxies, items }: Ask): Scenario {
  return {
    format: 'cpts-scenario/1',
    statutes: 'model',
    members: members ?? everyone.map((id) => member(id)),
    meeting: { body: 'ago', session: 1, date: '2027-06-01', sentOn: '2027-05-10', failedOn: null, ...meeting },
    present: present ?? everyone,
    proxies: (proxies ?? []).map(([from, to]) => ({ from, to })),
    items: items ?? [],
  }
}

export function ask(question: Ask) {
  return simulate(scenario(question), question.statutes ?? modelStatutes)
}

type Votes = { for?: string[]; against?: string[]; abstained?: string[]; blank?: string[] }

export function resolution(votes: Votes, more: { id?: string; secret?: boolean; gone?: string[] } = {}): ScenarioItem {
  return { id: 'R1', kind: 'resolution', for: [], against: [], abstained: [], blank: [], ...votes, ...more }
}

export function unanimity(
  votes: Votes,
  among = ['founder'],
  more: { id?: string; gone?: string[] } = {},
): ScenarioItem {
  return { id: 'U1', kind: 'unanimity', among, for: [], against: [], abstained: [], blank: [], ...votes, ...more }
}

type Round = Record<string, string[]>

export function election(rounds: Round[], office = 'president'): ScenarioItem {
  return { id: 'E1', kind: 'election', office, rounds: rounds.map((ballots) => ({ ballots, blank: [] })) }
}

/** The answer to one vote put to one meeting. */
export function vote(question: Ask, item: ScenarioItem): VoteAnswer {
  const [answer] = ask({ ...question, items: [item] }).items
  if (!answer || !('adopted' in answer)) throw new Error('a vote was expected')
  return answer
}

export function elect(question: Ask, item: ScenarioItem) {
  const [answer] = ask({ ...question, items: [item] }).items
  if (!answer || !('elected' in answer)) throw new Error('an election was expected')
  return answer
}
