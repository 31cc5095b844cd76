import type { MemberKind } from '~/generated/prisma/enums'
import { plainDate } from '~/statutes/french'
import { reason, type Reason } from '~/statutes/ruling'
import { isLeaving, type Membership, type MembershipEvent } from './fold-events'

type Facts = {
  today: string
  kind: MemberKind
  /** day of the latest event already recorded and not in the future */
  lastOn: string | null
  /** keys of the categories of the statutes in force */
  categories: readonly string[]
}

/** Kinds that the projection could not hold back until their day comes. */
const NOT_AHEAD = ['ADMITTED', 'CATEGORY_CHANGED', 'DECEASED', 'REINSTATED']

/** 6.1 to 6.4: why this event cannot follow what is recorded of the membership; null when it can. */
export function objection(state: Membership | null, event: MembershipEvent, facts: Facts): Reason | null {
  return (
    wrongDay(event, facts) ??
    (event.kind === 'ADMITTED' ? admittedTwice(state, event) : notMember(state)) ??
    wrongCategory(state, event, facts) ??
    wrongSuspension(state, event) ??
    wrongEnd(event, facts)
  )
}

function wrongDay(event: MembershipEvent, { today, lastOn }: Facts): Reason | null {
  if (NOT_AHEAD.includes(event.kind) && event.on > today)
    return reason('6-a', `Cet événement ne peut pas être daté d’un jour à venir (${plainDate(event.on)}).`)
  if (lastOn !== null && event.on < lastOn)
    return reason(
      '6-a',
      `Un événement du ${plainDate(lastOn)} est déjà enregistré : celui-ci ne peut pas être daté d’avant.`,
    )
  return null
}

function admittedTwice(state: Membership | null, event: MembershipEvent): Reason | null {
  if (!state || (state.leftOn !== null && state.leftOn <= event.on)) return null
  return reason('6.2-a', `Ce membre est déjà admis depuis le ${plainDate(state.admittedOn)}.`, {
    admitted: state.admittedOn,
  })
}

function notMember(state: Membership | null): Reason | null {
  if (!state) return reason('6.2-a', 'Aucune admission n’est enregistrée pour ce membre.')
  if (state.leftOn === null) return null
  return reason('6.4-a', `La qualité de membre a pris fin le ${plainDate(state.leftOn)}.`, { date: state.leftOn })
}

function wrongCategory(state: Membership | null, event: MembershipEvent, { categories }: Facts): Reason | null {
  if (event.kind !== 'ADMITTED' && event.kind !== 'CATEGORY_CHANGED') return null
  if (!event.category || !categories.includes(event.category))
    return reason('6-a', `La catégorie « ${event.category ?? ''} » n’existe pas dans les statuts.`)
  if (event.kind === 'CATEGORY_CHANGED' && state?.category === event.category)
    return reason('6-a', 'Ce membre est déjà dans cette catégorie.', { category: event.category })
  return null
}

function wrongSuspension(state: Membership | null, event: MembershipEvent): Reason | null {
  const { suspendedFrom = null, suspendedUntil = null } = state ?? {}
  const lasts = suspendedFrom !== null && (suspendedUntil === null || suspendedUntil >= event.on)
  if (event.kind === 'REINSTATED' && !lasts) return reason('6.4-c', 'Ce membre n’est pas suspendu.')
  if (event.kind !== 'SUSPENDED') return null
  if (!event.until || event.until < event.on)
    return reason('6.4-c', 'Une suspension est temporaire : son dernier jour vient après le premier.')
  if (!lasts) return null
  const end = suspendedUntil === null ? '' : ` au ${plainDate(suspendedUntil)}`
  return reason('6.4-c', `Ce membre est déjà suspendu du ${plainDate(suspendedFrom)}${end}.`, { suspended: true })
}

function wrongEnd(event: MembershipEvent, { kind }: Facts): Reason | null {
  if (!isLeaving(event.kind)) return null
  if (event.kind === 'DECEASED' && kind === 'BODY')
    return reason('6.4-a', 'Une personne morale ne décède pas : enregistrez sa dissolution.')
  if (event.kind === 'DISSOLVED' && kind === 'PERSON')
    return reason('6.4-a', 'La dissolution ne concerne que les personnes morales.')
  return null
}
