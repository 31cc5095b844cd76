import { plainCount, pluralLabel, typeset } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import { votingCategories, type SimulatorCase } from './case'
import { judge, type Played } from './play'
import { statutesOf } from './to-scenario'

const MOST_MEMBERS = 300
const MOST_MOVED = 40

const moved = (given: SimulatorCase, key: string, from: 'for' | 'against', count: number): SimulatorCase | null => {
  const known = given.categories[key]
  const to = from === 'for' ? 'against' : 'for'
  if (!known || known[from] < count) return null
  return {
    ...given,
    categories: { ...given.categories, [key]: { ...known, [from]: known[from] - count, [to]: known[to] + count } },
  }
}

/** The least that would turn the outcome, one sentence a way; [] where it is too large to be tried. */
export function whatWouldChange(statutes: Statutes, given: SimulatorCase, { answer, vote }: Played): string[] {
  if (!answer || !vote) return []
  if (!vote.valid) return [missing(answer.quorum)]
  const size = Object.values(given.categories).reduce((sum, { members }) => sum + members, 0)
  if (size > MOST_MEMBERS) return []
  const from = vote.adopted ? 'for' : 'against'
  const changed = statutesOf(statutes, given)
  const least = votingCategories(statutes).flatMap(({ key, label }) => {
    for (let count = 1; count <= MOST_MOVED; count += 1) {
      const other = moved(given, key, from, count)
      if (!other) return []
      const outcome = judge(changed, other).vote
      if (outcome && outcome.adopted !== vote.adopted) return [{ label, count }]
    }
    return []
  })
  return least.map(({ label, count }) =>
    typeset(
      `Si ${plainCount(count, label, pluralLabel(label))} votai${count < 2 ? 't' : 'ent'} ${vote.adopted ? 'contre au lieu de pour' : 'pour au lieu de contre'}, la résolution serait ${vote.adopted ? 'rejetée' : 'adoptée'}.`,
    ),
  )
}

function missing({ counted: there, required, unit }: NonNullable<Played['answer']>['quorum']): string {
  const left = required - there
  const words =
    unit === 'voices'
      ? 'voix présentes ou représentées'
      : left < 2
        ? 'membre présent ou représenté'
        : 'membres présents ou représentés'
  return typeset(`Il manque ${left} ${words} pour que le vote soit valable.`)
}
