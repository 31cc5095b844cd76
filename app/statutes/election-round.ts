import { inUnit } from './french'
import { leastSatisfying, satisfies, thresholdWords } from './requirement'
import type { Figure } from './ruling'
import type { ElectionRequirement, Unit } from './schema'

/** One ballot of an election, by totals, so that a secret box can give it. */
export interface Ballot {
  /** Votes of each candidate. */
  votes: ReadonlyMap<string, Record<Unit, number>>
  blank: Record<Unit, number>
  present: Record<Unit, number>
  all: Record<Unit, number>
}

/** How a round ends: the candidates in the lead who satisfy it. One: elected; several: a tie; none: nobody. */
export interface Standing {
  leaders: string[]
  unit: Unit
  sentence: string
  figures: Record<string, Figure>
}

const baseWords = {
  cast: 'suffrages exprimés',
  voters: 'votants',
  present: 'présents ou représentés',
  all: 'membres ayant droit de vote',
}

/** Without `of` and `unit` a round counts voices. In a new ballot only the tied can win. */
export function judgeRound(requirement: ElectionRequirement, ballot: Ballot, among?: readonly string[]): Standing {
  const unit = requirement.unit ?? 'voices'
  const of = requirement.of ?? 'cast'
  let cast = 0
  for (const votes of ballot.votes.values()) cast += votes[unit]
  const voters = cast + ballot.blank[unit]
  const base = { cast, voters, present: ballot.present[unit], all: ballot.all[unit] }[of]
  const running = [...ballot.votes].filter(([candidate]) => !among || among.includes(candidate))
  const best = Math.max(0, ...running.map(([, votes]) => votes[unit]))
  const wins = best > 0 && (requirement.relative || satisfies(requirement, { part: best, base, opposed: 0 }))
  const first = running.filter(([, votes]) => votes[unit] === best).map(([candidate]) => candidate)
  const required = requirement.relative ? null : leastSatisfying(requirement, { base, opposed: 0 })
  const threshold = requirement.relative
    ? 'le plus de voix'
    : `${thresholdWords(requirement, baseWords[of])}, soit ${required}`
  const sentence =
    best === 0
      ? 'aucun suffrage exprimé.'
      : `${first.join(', ')} en tête avec ${inUnit(best, unit)} sur ${base} (${threshold})${wins ? '' : ', personne n’est élu'}.`
  return {
    leaders: wins ? first : [],
    unit,
    sentence,
    figures: { counted: best, base, unit, required: required ?? best },
  }
}

/** The oldest by birth date; null where two share it or a date is missing. */
export function pickOlder(
  candidates: readonly string[],
  born: ReadonlyMap<string, string | null | undefined>,
): string | null {
  const dated = candidates.map((id) => ({ id, born: born.get(id) ?? null }))
  if (dated.some((one) => one.born === null)) return null
  dated.sort((a, b) => ((a.born ?? '') < (b.born ?? '') ? -1 : 1))
  const [first, second] = dated
  return first && first.born !== second?.born ? first.id : null
}
