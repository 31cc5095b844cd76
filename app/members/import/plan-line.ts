import type { z } from 'zod'
import type { Member } from '~/generated/prisma/client'
import { isoDate } from '~/platform/dates'
import { plainDate } from '~/statutes/french'
import type { Statutes } from '~/statutes/schema'
import { admissionObjection } from '../register/admission-events'
import { identitySchema, registerSchema, type Identity } from '../identity/member.form'
import { stateOn, STATE_LABELS } from '../register/member-state'
import { membershipOf } from '../register/membership-rows'
import type { NewMember } from '../register/new-member'
import { judgeRegion } from '../identity/region'
import type { LineFacts } from './line-parts'
import type { ReadLine } from './read-line'
import { departureOf } from './state-cell'

export type ConsentChange = { given: boolean; on: string }
type Facts = LineFacts & { statutes: Statutes; source: string }
type Outcome<T> = { value: T | null; faults: string[] }

/** The member that a line would create; its faults otherwise. */
export function plannedCreation(line: ReadLine, facts: Facts): Outcome<NewMember> {
  const category = line.category ?? facts.defaultCategory ?? undefined
  const admittedOn = line.admittedOn ?? facts.defaultAdmitted ?? undefined
  const checked = registerSchema.safeParse({ ...line.given, kind: line.kind, category, admittedOn })
  const leaving = departureOf(line.state, line.leftOn)
  const faults = [
    ...(checked.error ? sentences(checked.error, line) : []),
    ...sumRow(line),
    ...(typeof leaving === 'string' ? [leaving] : []),
    ...futureConsent(line, facts),
  ]
  if (!checked.data || typeof leaving === 'string' || faults.length > 0) return { value: null, faults }
  const { email, phone } = checked.data
  const value: NewMember = {
    ...checked.data,
    number: line.number,
    leaving,
    consentOn: line.consentOn ?? null,
    consentSource: facts.source,
    representative: line.representative && { ...line.representative, email, phone },
  }
  const against = admissionObjection(value, { today: facts.today, categories: Object.keys(facts.categories) })
  const region = outsideRegion(facts, value.postcode)
  const refused = [...(against ? [against.sentence] : []), ...region]
  return refused.length > 0 ? { value: null, faults: refused } : { value, faults: [] }
}

/** What a line changes of a recorded member: its cells that say something; an empty one erases nothing. */
export function plannedChange(
  line: ReadLine,
  member: Member,
  facts: Facts,
): Outcome<{ identity: Identity; consent: ConsentChange | null }> {
  const recorded = Object.fromEntries(
    Object.entries({ ...member, bornOn: member.bornOn && isoDate(member.bornOn) }).filter(
      ([, value]) => value !== null,
    ),
  )
  const checked = identitySchema.safeParse({ ...recorded, ...line.given, kind: line.kind })
  const faults = [
    ...(checked.error ? sentences(checked.error, line) : []),
    ...otherStatus(line, member, facts),
    ...futureConsent(line, facts),
  ]
  if (checked.data && checked.data.postcode !== member.postcode)
    faults.push(...outsideRegion(facts, checked.data.postcode))
  if (!checked.data || faults.length > 0) return { value: null, faults }
  return { value: { identity: checked.data, consent: consentChange(line, member, facts.today) }, faults: [] }
}

/** What a membership is changes by dated events, never by a file. */
function otherStatus(line: ReadLine, member: Member, { today, statutes }: Facts): string[] {
  const state = stateOn(membershipOf(member), today)
  const label = (key: string) => statutes.categories[key]?.label ?? key
  const faults: string[] = []
  if (line.category !== null && line.category !== member.category)
    faults.push(
      `Ce membre est ${label(member.category)} : sa catégorie ne change que par une décision datée, pas par un fichier.`,
    )
  if (line.state.state === 'unknown') faults.push('Ce statut n’est pas connu : écrivez membre, ou le motif du départ.')
  else if (line.state.state !== 'unsaid' && line.state.state !== state)
    faults.push(
      `Ce membre est ${STATE_LABELS[state]} : un départ, un retour ou une suspension s’enregistre sur sa fiche, avec sa date.`,
    )
  if (line.admittedOn !== null && line.admittedOn !== isoDate(member.admittedOn))
    faults.push(
      `Ce membre est admis depuis le ${plainDate(isoDate(member.admittedOn))} : cette date ne change pas par un fichier.`,
    )
  return faults
}

/** « TOTAL ; 12 » under names, with nothing that tells somebody from a sum. */
function sumRow({ given, number, kind }: ReadLine): string[] {
  const name = `${given.lastName ?? ''} ${given.firstName ?? ''} ${given.legalName ?? ''}`.trim()
  const keyless = number === null && !given.email && !given.rpps && !given.siret && !given.finess
  const looks = kind === 'PERSON' ? /^(total|nombre|effectif|somme)( |$)/i.test(name) || /^[\d\s]+$/.test(given.firstName ?? 'x') : /^(total|nombre|effectif|somme)( [^a-z]|$)/i.test(name) // prettier-ignore
  return keyless && looks ? [`« ${name} » ressemble à une ligne de total : ce n’est pas un membre.`] : []
}

function consentChange(line: ReadLine, member: Member, today: string): ConsentChange | null {
  const has = member.convocationConsentOn !== null
  if (line.consentOn === undefined || has === (line.consentOn !== null)) return null
  return line.consentOn === null ? { given: false, on: today } : { given: true, on: line.consentOn }
}

function futureConsent(line: ReadLine, { today }: Facts): string[] {
  return line.consentOn && line.consentOn > today ? ['Le consentement est daté d’un jour à venir.'] : []
}

function outsideRegion({ statutes }: Facts, postcode: string | null): string[] {
  const ruling = judgeRegion(statutes, postcode)
  return ruling.outcome === 'lawful' ? [] : ruling.reasons.map(({ sentence }) => `${sentence} (art. 6)`)
}

/** A date of admission that misses can stand in the file or beside it. */
function sentences(error: z.ZodError, { unread }: ReadLine): string[] {
  const issues = error.issues.filter(({ path }) => !unread.some((field) => field === path[0]))
  const said = issues.map(({ path, message }) => {
    if (path[0] === 'admittedOn') return 'Indiquez la date d’adhésion, dans le fichier ou pour tout le fichier.'
    if (path[0] === 'category') return 'Indiquez la catégorie, dans le fichier ou pour tout le fichier.'
    return message
  })
  return [...new Set(said)]
}
