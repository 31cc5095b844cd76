import { judgeRound, pickOlder, type Ballot, type Standing } from './election-round'
import { plainCount, list } from './french'
import { reason, type Reason, type RuleId } from './ruling'
import type { Statutes } from './schema'

export type TieRule = Statutes['elections']['tie'][number]

export interface ElectionQuestion {
  statutes: Statutes
  office: string
  /** The ballots in order; one after the last statutory round is the new ballot of a tie. */
  ballots: readonly Ballot[]
  /** Birth dates, for « the older »; a candidate without one cannot be compared. */
  born: ReadonlyMap<string, string | null | undefined>
}

export interface ElectionRuling {
  elected: string | null
  /** Index, from 1, of the ballot that decided; null where none did. */
  round: number | null
  /** The rule that settled a tie. */
  tie: TieRule | null
  /** What may still be held: another round, a new ballot among the tied, or the drawing of lots. */
  next: { step: 'round' | 'new-ballot' | 'lots'; among: string[] } | null
  rule: RuleId
  reasons: Reason[]
}

type Outcome = Omit<ElectionRuling, 'rule'>

/** Ballot after ballot of the statutory rounds; then the tie rules, among those who tied in the last one. */
function run({ statutes, ballots, born }: ElectionQuestion, rule: RuleId): Outcome {
  const { rounds } = statutes.elections
  const reasons: Reason[] = []
  let standing: Standing | null = null
  for (const [index, requirement] of rounds.entries()) {
    const ballot = ballots[index]
    if (!ballot) return { elected: null, round: null, tie: null, next: { step: 'round', among: [] }, reasons }
    standing = judgeRound(requirement, ballot)
    reasons.push(reason(rule, `Tour ${index + 1} : ${standing.sentence}`, standing.figures))
    const [only] = standing.leaders
    if (only !== undefined && standing.leaders.length === 1)
      return { elected: only, round: index + 1, tie: null, next: null, reasons }
  }
  if (!standing || standing.leaders.length < 2) return { elected: null, round: null, tie: null, next: null, reasons }
  return settleTie(
    statutes,
    ballots.slice(rounds.length),
    { tied: standing.leaders, round: rounds.length, unit: standing.unit, born },
    rule,
    reasons,
  )
}

interface Tie {
  tied: string[]
  round: number
  unit: Standing['unit']
  born: ElectionQuestion['born']
}

/** 9.1-b and the order of `elections.tie`. A new ballot that was not held leaves the place to the next rule. */
function settleTie(
  statutes: Statutes,
  newBallots: readonly Ballot[],
  tie: Tie,
  rule: RuleId,
  reasons: Reason[],
): Outcome {
  let { tied, round } = tie
  let held = 0
  let next: ElectionRuling['next'] = null
  const say = (sentence: string) => reasons.push(reason(rule, sentence, { round }))
  for (const step of statutes.elections.tie) {
    if (step === 'new-ballot') {
      const ballot = newBallots[held]
      if (!ballot) {
        next ??= { step: 'new-ballot', among: tied }
        continue
      }
      held += 1
      round += 1
      const standing = judgeRound({ relative: true, unit: tie.unit }, ballot, tied)
      say(`Nouveau tour entre ${list(tied)} : ${standing.sentence}`)
      const [only] = standing.leaders
      if (only !== undefined && standing.leaders.length === 1)
        return { elected: only, round, tie: step, next: null, reasons }
      if (standing.leaders.length > 1) tied = standing.leaders
      continue
    }
    if (step === 'older') {
      const older = pickOlder(tied, tie.born)
      if (older === null) continue
      say(`Égalité entre ${list(tied)} : le plus âgé est élu.`)
      return { elected: older, round, tie: step, next, reasons }
    }
    say(
      step === 'lots'
        ? `Égalité entre ${list(tied)} : le sort départage.`
        : `Égalité entre ${list(tied)} : personne n’est élu.`,
    )
    return {
      elected: null,
      round,
      tie: step,
      next: next ?? (step === 'lots' ? { step: 'lots', among: tied } : null),
      reasons,
    }
  }
  say(`Égalité entre ${plainCount(tied.length, 'candidat')} : les statuts ne la tranchent pas.`)
  return { elected: null, round: null, tie: null, next, reasons }
}

/**
 * 8.1-a, 9.1-b: the rounds of the statutes, then the rules of a tie. Model: absolute majority of the votes cast, then most votes.
 * Nobody is elected without a vote.
 */
export function judgeElection(question: ElectionQuestion): ElectionRuling {
  const rule: RuleId = question.office === 'president' ? '9.1-b' : '8.1-a'
  return { ...run(question, rule), rule }
}
