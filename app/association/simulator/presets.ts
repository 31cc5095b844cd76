import { typeset } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import { presidingCategory, type CategoryCase, type SimulatorCase } from './case'
import { play } from './play'

export type Preset = { key: string; label: string; given: SimulatorCase }

/** Cases at the edge of these statutes, found by trying: a quorum missed by one, a tie, the same tie in secret. */
export function presets(statutes: Statutes, start: SimulatorCase): Preset[] {
  const found: Preset[] = []
  const short = oneShort(statutes, start)
  if (short) found.push({ key: 'quorum', label: 'Quorum manqué d’un membre', given: short })
  const tie = evenVote(statutes, start)
  if (tie) {
    found.push({ key: 'partage', label: 'Partage des voix', given: tie })
    found.push({ key: 'secret', label: 'Partage au scrutin secret', given: { ...tie, secret: true } })
  }
  return found.map((each) => ({ ...each, label: typeset(each.label) }))
}

const everyoneFor = (figures: CategoryCase, present: number): CategoryCase => ({
  ...figures,
  present,
  represented: 0,
  for: present,
  against: 0,
  abstained: 0,
  blank: 0,
})

/** Present one after the other, the presiding category first, until one more would make the quorum. */
function oneShort(statutes: Statutes, start: SimulatorCase): SimulatorCase | null {
  const size = Object.values(start.categories).reduce((sum, { members }) => sum + members, 0)
  let last: SimulatorCase | null = null
  for (let there = 1; there <= size; there += 1) {
    const given = withPresent(statutes, start, there)
    const { answer } = play(statutes, given)
    if (answer?.quorum.met) return last
    last = given
  }
  return null
}

function withPresent(statutes: Statutes, start: SimulatorCase, there: number): SimulatorCase {
  const presiding = presidingCategory(statutes)
  const ordered = Object.entries(start.categories).toSorted(
    ([one], [other]) => Number(other === presiding) - Number(one === presiding),
  )
  let left = there
  const categories = ordered.map(([key, figures]) => {
    const present = Math.min(figures.members, left)
    left -= present
    return [key, everyoneFor(figures, present)]
  })
  return { ...start, president: 'for', categories: { ...start.categories, ...Object.fromEntries(categories) } }
}

/** An example of a tie: the category that may preside votes for, the others against with as many voices. */
function evenVote(statutes: Statutes, start: SimulatorCase): SimulatorCase | null {
  const presiding = presidingCategory(statutes)
  const side = presiding === null ? undefined : start.categories[presiding]
  const [key, others] = Object.entries(start.categories).find(([name]) => name !== presiding) ?? []
  if (presiding === null || !side || !key || !others || others.voices === 0) return null
  for (let yes = side.members; yes > 0; yes -= 1) {
    const against = (yes * side.voices) / others.voices
    if (!Number.isInteger(against) || against > others.members) continue
    return {
      ...start,
      president: 'for',
      secret: false,
      categories: {
        ...start.categories,
        [presiding]: everyoneFor(side, yes),
        [key]: { ...everyoneFor(others, against), for: 0, against },
      },
    }
  }
  return null
}
