import type { CivilDate } from './civil-date'
import { candidacyDeadline } from './deadlines'
import { plainDate } from './french'
import { incomplete, lawful, reason, rulingFrom, type RuleId, type Ruling } from './ruling'
import { categoryOf, type Statutes } from './schema'

export interface Candidacy {
  office: string
  category: string
  /** Day of receipt at the seat; until the end of that day. */
  receivedOn: CivilDate
  meetingDate: CivilDate
  suspended: boolean
}

/** 8.1-a, 9.1-a: may this member stand, and was the candidacy received in time (the deadline protects the right to stand)? */
export function judgeCandidacy(statutes: Statutes, candidacy: Candidacy): Ruling {
  const { office, receivedOn, meetingDate } = candidacy
  const rule: RuleId = office === 'president' ? '9.1-a' : '8.1-a'
  const category = categoryOf(statutes, candidacy.category)
  const label = category?.label ?? candidacy.category
  const eligible = category?.mayHoldOffice === true
  const deadline = candidacyDeadline(statutes, office, meetingDate)
  const timely = deadline === null ? receivedOn <= meetingDate : receivedOn <= deadline
  const limit = deadline === null ? 'jusqu’au vote' : `au plus tard le ${plainDate(deadline)}`
  return rulingFrom([
    {
      ok: eligible,
      reason: reason(rule, `Un ${label} ${eligible ? 'peut' : 'ne peut pas'} être élu au Bureau.`, {
        category: candidacy.category,
      }),
    },
    {
      ok: !candidacy.suspended,
      reason: reason(
        '6.4-c',
        candidacy.suspended ? 'Un membre suspendu ne peut se présenter.' : 'Le membre n’est pas suspendu.',
        { suspended: candidacy.suspended },
      ),
    },
    {
      ok: timely,
      reason: reason(rule, `Candidature reçue le ${plainDate(receivedOn)} : elle est reçue ${limit}.`, {
        date: receivedOn,
        deadline,
        meetingDate,
      }),
    },
  ])
}

export interface FounderPerson {
  id: string
  /** Birth of the natural person: the founder, or the legal representative of a founder that is a legal person. */
  born: CivilDate | null
  /** Has said no to the designation. */
  declined?: boolean
}

/** 9.1-c: without any candidate, the oldest founder (or legal representative of one) who does not decline is designated. */
export function designatePresident(
  statutes: Statutes,
  founders: readonly FounderPerson[],
): { designated: string | null; ruling: Ruling } {
  const { noCandidate } = statutes.elections
  if (!Object.hasOwn(noCandidate, 'president') || noCandidate.president === 'none') {
    return { designated: null, ruling: lawful(reason('9.1-c', 'Sans candidat, la présidence reste vacante.')) }
  }
  const open = founders.filter((founder) => !founder.declined)
  const unknown = open.filter((founder) => founder.born === null).map((founder) => founder.id)
  const ages = open.map((founder) => founder.born ?? '').sort()
  const [oldest] = ages
  const eldest = open.filter((founder) => founder.born === oldest)
  const [only] = eldest
  if (unknown.length > 0 || !only || eldest.length > 1 || oldest === undefined) {
    const missing =
      unknown.length > 0
        ? unknown.map((id) => `la date de naissance de ${id}`)
        : ['un fondateur plus âgé que les autres']
    return {
      designated: null,
      ruling: incomplete(missing, reason('9.1-c', 'Le fondateur le plus âgé ne peut être désigné sans ces éléments.')),
    }
  }
  const said = reason(
    '9.1-c',
    `Aucune candidature : le fondateur le plus âgé, né le ${plainDate(oldest)}, est désigné président.`,
    { date: oldest },
  )
  return { designated: only.id, ruling: lawful(said) }
}
