import { judgeProxies } from '~/statutes/proxies'
import type { Scenario } from '~/statutes/scenario-schema'
import type { Statutes } from '~/statutes/schema'
import { votingRights } from '~/statutes/voting-rights'
import { presidingCategory, type CategoryCase, type SimulatorCase } from './case'
import { fieldName, type Faults } from './case-fields'

const DAY = '2027-06-01'
const SENT = '2027-05-01'
const FAILED = '2027-05-20'
const CHOICES = ['for', 'against', 'abstained', 'blank'] as const
type Choice = (typeof CHOICES)[number]
type Votes = Record<Choice, string[]>

/** The statutes with the weights, the quorum and the majority of the case; the rest is the association's. */
export function statutesOf(statutes: Statutes, given: SimulatorCase): Statutes {
  const categories = Object.entries(statutes.categories).map(([key, category]) => [
    key,
    { ...category, voices: given.categories[key]?.voices ?? category.voices },
  ])
  const body = statutes.bodies[given.body]
  const rules = given.session === 2 && body.secondSession ? body.secondSession : body
  const [first, ...others] = rules.quorum
  const quorum =
    given.quorum === ''
      ? []
      : ([
          {
            of: first?.of ?? 'members',
            represented: first?.represented ?? true,
            ...quorumOf(given, first),
            ...(first?.among && { among: first.among }),
          },
          ...others,
        ] as typeof rules.quorum)
  const [main, ...rest] = rules.majority
  const { share, of, unit, among } = main ?? {
    share: 'for' as const,
    of: 'cast' as const,
    unit: 'voices' as const,
    among: undefined,
  }
  const majority = [{ share, of, unit, ...(among && { among }), ...majorityOf(given) }, ...rest]
  const changed =
    given.session === 2 && body.secondSession
      ? { ...body, secondSession: { ...body.secondSession, quorum, majority } }
      : { ...body, quorum, majority }
  return {
    ...statutes,
    categories: Object.fromEntries(categories),
    bodies: { ...statutes.bodies, [given.body]: changed },
  }
}

function quorumOf({ quorum }: SimulatorCase, known: { moreThan?: string | undefined } | undefined) {
  if (!quorum.includes('/')) return { count: Number(quorum) }
  return known?.moreThan === undefined ? { atLeast: quorum } : { moreThan: quorum }
}

function majorityOf({ majority: { kind, share } }: SimulatorCase) {
  if (kind === 'relative') return { relative: true as const }
  return kind === 'moreThan' ? { moreThan: share } : { atLeast: share }
}

type Group = { key: string; figures: CategoryCase; present: string[]; absent: string[] }

/**
 * The case as a whole meeting: members with an id, proxies handed to whoever there may hold them, votes by name. `faults`
 * tell the figures that do not fit (more votes than people); proxies beyond the limits are in the scenario, and refused by it.
 */
export function toScenario(statutes: Statutes, given: SimulatorCase): { scenario: Scenario; faults: Faults } {
  const faults: Faults = {}
  const presiding = presidingCategory(statutes)
  const groups = Object.entries(given.categories).map(([key, figures]): Group => {
    const ids = Array.from({ length: figures.members }, (_, index) => `${key}-${index + 1}`)
    const away = key === presiding && given.president === 'absent'
    // the President is the first of his category
    const ordered = away ? [...ids.slice(1), ...ids.slice(0, 1)] : ids
    if (figures.present + figures.represented > figures.members)
      faults[fieldName('present', key)] =
        `${figures.present + figures.represented} présents ou représentés pour ${figures.members} membres.`
    else if (away && figures.present === figures.members && figures.members > 0)
      faults[fieldName('present', key)] = 'Le Président est absent : un présent de moins.'
    return { key, figures, present: ordered.slice(0, figures.present), absent: ordered.slice(figures.present) }
  })
  const members = groups.flatMap(({ key, figures }) =>
    Array.from({ length: figures.members }, (_, index) => ({
      id: `${key}-${index + 1}`,
      category: key,
      admitted: '2000-01-01',
      duesPaidOn: '2027-01-15',
      suspended: false,
      president: key === presiding && index === 0,
    })),
  )
  const meeting = {
    body: given.body,
    session: given.session,
    date: DAY,
    sentOn: SENT,
    failedOn: given.session === 2 ? FAILED : null,
  }
  const present = groups.flatMap((group) => group.present)
  const proxies = handOut(statutes, groups)
  const rights = votingRights(statutes, members, meeting)
  const accepted = new Set(
    judgeProxies(statutes, given.body, rights, present, proxies).flatMap((proxy) =>
      proxy.accepted ? [proxy.from] : [],
    ),
  )
  const votes: Votes = { for: [], against: [], abstained: [], blank: [] }
  for (const { key, figures, present: here, absent } of groups) {
    const voters = [...here, ...absent.filter((id) => accepted.has(id))]
    const president = key === presiding && given.president !== 'absent' && here.length > 0 ? (here[0] ?? null) : null
    share(figures, voters, president, given.president, key, votes, faults)
  }
  const item = { id: 'R1', kind: 'resolution' as const, secret: given.secret, ...votes }
  const scenario: Scenario = { format: 'cpts-scenario/1', statutes, members, meeting, present, proxies, items: [item] }
  return { scenario, faults }
}

/** Givers to holders: whoever there may still hold one of that category, else whoever will be refused it. */
function handOut(statutes: Statutes, groups: readonly Group[]): { from: string; to: string }[] {
  const held = new Map<string, number>()
  const room = (group: Group, giver: string) => {
    const limits = statutes.categories[group.key]?.proxies
    if (!limits?.from.includes(giver)) return []
    return group.present.filter((id) => limits.max === null || (held.get(id) ?? 0) < limits.max)
  }
  return groups.flatMap((giving) =>
    giving.absent.slice(0, giving.figures.represented).flatMap((from) => {
      const free = groups.flatMap((group) => room(group, giving.key))
      const to = free[0] ?? giving.present[0] ?? groups.find((group) => group.present.length > 0)?.present[0]
      if (to === undefined) return []
      held.set(to, (held.get(to) ?? 0) + 1)
      return [{ from, to }]
    }),
  )
}

function share(
  figures: CategoryCase,
  voters: readonly string[],
  president: string | null,
  vote: SimulatorCase['president'],
  key: string,
  votes: Votes,
  faults: Faults,
): void {
  const asked = CHOICES.reduce((sum, choice) => sum + figures[choice], 0)
  if (asked > voters.length) faults[fieldName('for', key)] = `${asked} votes pour ${voters.length} votants.`
  const others = voters.filter((id) => id !== president)
  const left = { for: figures.for, against: figures.against, abstained: figures.abstained, blank: figures.blank }
  if (president !== null && (vote === 'for' || vote === 'against')) {
    if (left[vote] === 0)
      faults[fieldName(vote, key)] = `Le Président vote ${vote === 'for' ? 'pour' : 'contre'} : comptez-le ici.`
    else {
      left[vote] -= 1
      votes[vote].push(president)
    }
  } else if (president !== null) {
    const silent = left.abstained > 0 ? 'abstained' : left.blank > 0 ? 'blank' : null
    if (silent) {
      left[silent] -= 1
      votes[silent].push(president)
    } else if (asked === voters.length && asked > 0)
      faults[fieldName('abstained', key)] = 'Le Président ne vote ni pour ni contre : comptez-le en abstention.'
  }
  for (const choice of CHOICES) votes[choice].push(...others.splice(0, left[choice]))
}
