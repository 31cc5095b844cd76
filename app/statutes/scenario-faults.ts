import { formatPath, type Fault } from './faults'
import type { Scenario, ScenarioItem } from './scenario-schema'
import { categoryOf, type Statutes } from './schema'
import { choices } from './tally'

type Path = readonly PropertyKey[]
type Report = (path: Path, message: string) => void

function memberFaults(scenario: Scenario, statutes: Statutes, report: Report): Set<string> {
  const known = new Set<string>()
  let president: string | null = null
  scenario.members.forEach((member, index) => {
    const at = ['members', index]
    if (known.has(member.id)) report([...at, 'id'], `le membre « ${member.id} » est déjà dans la liste`)
    known.add(member.id)
    if (!categoryOf(statutes, member.category))
      report([...at, 'category'], `la catégorie « ${member.category} » n’existe pas`)
    if (!member.president) return
    if (president !== null) report([...at, 'president'], `le président est déjà « ${president} »`)
    president ??= member.id
  })
  return known
}

function meetingFaults({ meeting }: Scenario, statutes: Statutes, report: Report): void {
  if (meeting.session === 1) return
  if (!statutes.bodies[meeting.body].secondSession) {
    report(
      ['meeting', 'session'],
      `les statuts ne prévoient pas de seconde session (bodies.${meeting.body}.secondSession)`,
    )
  }
  if (!meeting.failedOn)
    report(['meeting', 'failedOn'], 'une seconde session demande la date de la première (meeting.session vaut 2)')
}

/** Every id must be a member; within `seen`, each is named once. */
function checkIds(
  ids: readonly string[],
  known: ReadonlySet<string>,
  seen: Set<string>,
  path: Path,
  report: Report,
): void {
  ids.forEach((id, index) => {
    if (!known.has(id)) report([...path, index], `le membre « ${id} » n’existe pas`)
    else if (seen.has(id)) report([...path, index], `le membre « ${id} » est nommé deux fois`)
    seen.add(id)
  })
}

function itemFaults(
  item: ScenarioItem,
  at: Path,
  known: ReadonlySet<string>,
  statutes: Statutes,
  report: Report,
): void {
  checkIds(item.gone ?? [], known, new Set(), [...at, 'gone'], report)
  if (item.kind === 'election') {
    if (!Object.hasOwn(statutes.offices, item.office))
      report([...at, 'office'], `la fonction « ${item.office} » n’existe pas`)
    item.rounds.forEach((round, index) => {
      const seen = new Set<string>()
      for (const [candidate, ids] of Object.entries(round.ballots)) {
        const path = [...at, 'rounds', index, 'ballots', candidate]
        if (!known.has(candidate)) report(path, `le candidat « ${candidate} » n’est pas un membre`)
        checkIds(ids, known, seen, path, report)
      }
      checkIds(round.blank, known, seen, [...at, 'rounds', index, 'blank'], report)
    })
    return
  }
  const seen = new Set<string>()
  for (const choice of choices) checkIds(item[choice], known, seen, [...at, choice], report)
  if (item.kind !== 'unanimity') return
  item.among.forEach((key, index) => {
    if (!categoryOf(statutes, key)) report([...at, 'among', index], `la catégorie « ${key} » n’existe pas`)
  })
}

/** What a well-formed scenario says against itself or against its statutes: names of nobody, named twice, no second session. */
export function scenarioFaults(scenario: Scenario, statutes: Statutes): Fault[] {
  const faults: Fault[] = []
  const report: Report = (path, message) => faults.push({ path: formatPath(path), message })
  const known = memberFaults(scenario, statutes, report)
  meetingFaults(scenario, statutes, report)
  checkIds(scenario.present, known, new Set(), ['present'], report)
  scenario.proxies.forEach((proxy, index) => {
    for (const end of ['from', 'to'] as const) {
      if (!known.has(proxy[end])) report(['proxies', index, end], `le membre « ${proxy[end]} » n’existe pas`)
    }
  })
  const itemIds = new Set<string>()
  scenario.items.forEach((item, index) => {
    if (itemIds.has(item.id)) report(['items', index, 'id'], `le point « ${item.id} » est déjà dans la liste`)
    itemIds.add(item.id)
    itemFaults(item, ['items', index], known, statutes, report)
  })
  return faults
}
