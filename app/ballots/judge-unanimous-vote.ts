import { plainCount } from '~/statutes/french'
import { countsAmong, type Tally } from '~/statutes/tally'
import { judgeUnanimity } from '~/statutes/unanimity'
import { onlyTotals, sumOf } from './choices'
import type { CountedBallot, Judged } from './counted-ballot'

/** 6.1-c: by name and by heads; an abstention, a blank or no vote breaks it. */
export function judgeUnanimousVote({ facts, resolution }: CountedBallot, tally: Tally): Judged {
  const ruling = judgeUnanimity(facts.statutes, tally, resolution.among)
  const heads = countsAmong(tally, 'members', resolution.among)
  const voices = countsAmong(tally, 'voices', resolution.among)
  return {
    secretTie: false,
    outcome: {
      format: 1,
      state: ruling.adopted ? 'ADOPTED' : 'REJECTED',
      totals: { voices: onlyTotals(voices), members: onlyTotals(heads) },
      voters: { members: sumOf(heads), voices: sumOf(voices) },
      present: { members: heads.present, voices: voices.present },
      all: { members: heads.all, voices: voices.all },
      rule: ruling.rule,
      unit: 'members',
      required: ruling.required,
      counted: ruling.counted,
      base: heads.present,
      thresholds: ['unanimité des membres présents ou représentés, par tête'],
      casting: null,
      castingBy: null,
      reasons: ruling.reasons,
      sensitive: [],
      change: change(ruling.adopted, heads.present - heads.for, heads.present),
      repeatedBy: null,
    },
  }
}

function change(adopted: boolean, missing: number, present: number): string | null {
  if (adopted) return 'Une seule abstention, ou un seul vote blanc ou contre, rompait l’unanimité.'
  return present === 0 ? null : `Il manquait ${plainCount(missing, 'vote')} pour.`
}
