import { lawful, reason, unlawful, type Ruling } from './ruling'

export interface Representative {
  legalPerson: boolean
  /** `legal`: the legal representative himself; `subordinate`: one of his people; `other`: somebody else. */
  who: 'legal' | 'subordinate' | 'other'
  /** A written decisional mandate, for a subordinate. */
  hasMandate: boolean
}

/**
 * 6.2-d: who may vote for a legal person. The mandate of a subordinate is presence, not a proxy: it counts against no limit.
 * Refused: somebody else (a proxy is needed), or a subordinate without a mandate.
 */
export function judgeRepresentative({ legalPerson, who, hasMandate }: Representative): Ruling {
  if (!legalPerson) return unlawful(reason('6.2-d', 'Une personne physique vote elle-même ou donne un pouvoir.'))
  if (who === 'legal') return lawful(reason('6.2-d', 'Le représentant légal vote pour la personne morale.'))
  if (who === 'other')
    return unlawful(reason('6.2-d', 'Il n’est pas de cette personne morale : il lui faut un pouvoir.'))
  if (!hasMandate)
    return unlawful(
      reason('6.2-d', 'En l’absence du représentant légal, son subordonné vote avec un mandat décisionnel.'),
    )
  return lawful(
    reason(
      '6.2-d',
      'Le subordonné vote avec un mandat décisionnel, qui n’est pas un pouvoir et n’entre dans aucune limite.',
    ),
  )
}
