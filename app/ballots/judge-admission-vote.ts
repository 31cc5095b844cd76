import { countedAttendance } from '~/meetings/session/quorum.server'
import { Refusal } from '~/platform/refusal'
import { plainCount } from '~/statutes/french'
import { judgeAdmission } from '~/statutes/membership'
import { rollCall, type Tally } from '~/statutes/tally'
import { onlyTotals, sumOf } from './choices'
import type { CountedBallot, Judged } from './counted-ballot'

/** 6.2-a: by heads; every member of the Bureau in office votes for. Absent or abstaining is a no, and no motive is recorded. */
export function judgeAdmissionVote({ facts, resolution, manual }: CountedBallot, tally: Tally): Judged {
  if (manual && manual.members === null)
    throw new Refusal('Une admission se compte par tête : saisissez le nombre de membres, non de voix.')
  const { statutes } = facts
  const votes = { inOffice: tally.members.all, present: tally.members.present, for: tally.members.for }
  const ruling = judgeAdmission(statutes, votes)
  const adopted = ruling.outcome === 'lawful'
  const { unanimityOf } = statutes.admission.active
  const required = unanimityOf === 'all-in-office' ? votes.inOffice : votes.present
  const shownVoices = resolution.secret || manual ? null : onlyTotals(tally.voices)
  return {
    secretTie: false,
    outcome: {
      format: 1,
      state: adopted ? 'ADOPTED' : 'REJECTED',
      totals: { voices: shownVoices, members: onlyTotals(tally.members) },
      voters: { members: sumOf(tally.members), voices: shownVoices && sumOf(tally.voices) },
      present: { members: tally.members.present, voices: tally.voices.present },
      all: { members: tally.members.all, voices: tally.voices.all },
      rule: '6.2-a',
      unit: 'members',
      required,
      counted: votes.for,
      base: required,
      thresholds: [admissionThreshold(statutes)],
      casting: null,
      castingBy: null,
      reasons: ruling.reasons,
      sensitive: otherReading(facts, votes, adopted),
      change: change(adopted, required - votes.for),
      repeatedBy: null,
    },
  }
}

/** The majority of an admission, in words. */
export function admissionThreshold({ admission }: CountedBallot['facts']['statutes']): string {
  const all = admission.active.unanimityOf === 'all-in-office'
  return all ? 'unanimité des membres du Bureau en fonction' : 'unanimité des membres du Bureau présents'
}

function change(adopted: boolean, missing: number): string | null {
  if (adopted) return 'Une seule absence, une abstention, un vote blanc ou contre rompait l’unanimité.'
  return missing > 0 ? `Il manquait ${plainCount(missing, 'vote')} pour.` : null
}

type Votes = { inOffice: number; present: number; for: number }

/** 4.38: « à l’unanimité du Bureau » read as that of the members present, or of all, where it would say otherwise. */
function otherReading({ statutes }: CountedBallot['facts'], votes: Votes, adopted: boolean) {
  const { active } = statutes.admission
  const unanimityOf = active.unanimityOf === 'all-in-office' ? ('present' as const) : ('all-in-office' as const)
  const read = { ...statutes, admission: { ...statutes.admission, active: { ...active, unanimityOf } } }
  const other = judgeAdmission(read, votes).outcome === 'lawful'
  if (other === adopted) return []
  const whose = unanimityOf === 'present' ? 'des seuls membres présents' : 'de tous les membres en fonction'
  return [
    {
      path: 'admission.active.unanimityOf',
      value: unanimityOf,
      outcome: other ? ('adopted' as const) : ('rejected' as const),
      sentence: `L’unanimité ${whose} du Bureau donnerait un autre résultat.`,
    },
  ]
}

/** 6.2-a: before the vote, how many must agree and how many of them are there. */
export function admissionChance(facts: CountedBallot['facts'], resolutionId: string) {
  const { all, present } = rollCall(facts.rights, countedAttendance(facts, resolutionId)).whole.members
  const { unanimityOf } = facts.statutes.admission.active
  return {
    required: unanimityOf === 'all-in-office' ? all : present,
    present,
    threshold: admissionThreshold(facts.statutes),
  }
}
