import { addDays, addYears, type CivilDate } from './civil-date'
import { plainCount, plainDate } from './french'
import { byOrgan, type Organ } from './organs'
import { lawful, reason, rulingFrom, unlawful, type Reason, type Ruling } from './ruling'
import { categoryOf, type BodyKey, type Statutes } from './schema'

/** 6-b: is the member established in the territory? An empty territory admits everyone. `department`: '75', '2A', '974'. */
export function judgeTerritory(statutes: Statutes, department: string): Ruling {
  const ok = statutes.region.length === 0 || statutes.region.includes(department)
  const where =
    statutes.region.length === 0 ? 'aucun territoire n’est exigé' : `départements ${statutes.region.join(', ')}`
  const said = reason('6-b', `Établissement dans le département ${department} : ${ok ? 'admis' : 'refusé'} (${where}).`)
  return ok ? lawful(said) : unlawful(said)
}

export interface FounderCandidate {
  category: string
  /** Admission in the category from which one becomes founder. */
  activeSince: CivilDate
  /** Days of suspension since then: they do not count. */
  suspendedDays: number
  /** Where the decision is taken. */
  body: BodyKey
  annual: boolean
  date: CivilDate
}

/** 6.1-c: last day of the years that a founder must have served as active; the title may be given only after it (strict). */
export function founderSeniorityDay(
  statutes: Statutes,
  candidate: Pick<FounderCandidate, 'activeSince' | 'suspendedDays'>,
): CivilDate {
  return addDays(addYears(candidate.activeSince, statutes.admission.founder.afterYears), candidate.suspendedDays)
}

function annualAssembly(
  rule: '6.1-c' | '6.3-a',
  gate: { by: Organ; annual: boolean },
  act: { body: BodyKey; annual: boolean },
): { ok: boolean; reason: Reason } {
  const ok = act.body === gate.by && (act.annual || !gate.annual)
  const when = gate.annual ? ', lors de sa réunion annuelle' : ''
  return { ok, reason: reason(rule, `Ce titre est donné ${byOrgan(gate.by)}${when}.`, { body: act.body }) }
}

/** 6.1-c: may this member be proposed as founder at this assembly? The unanimity of the founders is judged by the vote. */
export function judgeFounderCandidate(statutes: Statutes, candidate: FounderCandidate): Ruling {
  const gate = statutes.admission.founder
  const day = founderSeniorityDay(statutes, candidate)
  const served = gate.strict ? candidate.date > day : candidate.date >= day
  const label = categoryOf(statutes, gate.from)?.label ?? gate.from
  const years = plainCount(gate.afterYears, 'an')
  const figures = {
    admitted: candidate.activeSince,
    date: candidate.date,
    deadline: day,
    suspended: candidate.suspendedDays > 0,
  }
  const findings: { ok: boolean; reason: Reason }[] = [
    annualAssembly('6.1-c', gate, candidate),
    {
      ok: candidate.category === gate.from,
      reason: reason('6.1-c', `Seul un ${label} peut devenir fondateur.`, { category: candidate.category }),
    },
    {
      ok: served,
      reason: reason(
        '6.1-c',
        `Il faut ${gate.strict ? 'plus de' : 'au moins'} ${years} comme ${label} : ${gate.strict ? 'après le' : 'à partir du'} ${plainDate(day)}.`,
        figures,
      ),
    },
  ]
  return rulingFrom(findings)
}

/** 6.3-a: the honorary title is awarded by the annual ordinary assembly. */
export function judgeHonoraryAward(statutes: Statutes, act: { body: BodyKey; annual: boolean }): Ruling {
  return rulingFrom([annualAssembly('6.3-a', statutes.admission.honorary, act)])
}

/** 6.2-a: may this organ, alone, answer a request to join? Refused with the article that gives it to another. */
export function judgeAdmissionBy(statutes: Statutes, by: Organ): Ruling {
  const { by: competent } = statutes.admission.active
  return rulingFrom([
    { ok: by === competent, reason: reason('6.2-a', `Un membre actif est admis ${byOrgan(competent)}.`, { by }) },
  ])
}

/** 6.2-a: every member of the Bureau in office votes for; an absence or an abstention is a no. No motive is recorded. */
export function judgeAdmission(statutes: Statutes, votes: { inOffice: number; present: number; for: number }): Ruling {
  const { unanimityOf } = statutes.admission.active
  const required = unanimityOf === 'all-in-office' ? votes.inOffice : votes.present
  const ok = required > 0 && votes.for === required
  const who = unanimityOf === 'all-in-office' ? 'membres du Bureau en fonction' : 'membres du Bureau présents'
  const said = reason('6.2-a', `Admission à l’unanimité des ${who} : ${votes.for} pour sur ${required}.`, {
    for: votes.for,
    required,
    base: votes.inOffice,
  })
  return ok ? lawful(said) : unlawful(said)
}
