import type { RuleId } from '~/statutes/catalogue'
import type { Power } from '~/platform/permissions'

type Kind = {
  label: string
  /** who writes it, posts it and types its proofs */
  power: Power
  /** the member is invited to explain himself */
  answer: boolean
  /** page of what it is about, its subject's id after it */
  subject: string
  /** what it applies */
  rule: RuleId
}

/** The registered letters that the statutes ask for, by their kind. */
export const LETTER_KINDS = {
  'dues-formal-notice': {
    label: 'Invitation à s’expliquer, cotisation impayée',
    power: 'dues.manage',
    answer: true,
    subject: '/cotisations/dossiers/',
    rule: '6.4-b',
  },
  'dues-decision': {
    label: 'Décision sur la radiation',
    power: 'dues.manage',
    answer: false,
    subject: '/cotisations/dossiers/',
    rule: '6.4-b',
  },
  'exclusion-notice': {
    label: 'Procédure d’exclusion : invitation à se défendre',
    power: 'discipline.manage',
    answer: true,
    subject: '/exclusions/',
    rule: '6.4-a',
  },
  'exclusion-decision': {
    label: 'Décision sur l’exclusion',
    power: 'discipline.manage',
    answer: false,
    subject: '/exclusions/',
    rule: '6.4-a',
  },
  'appeal-decision': {
    label: 'Décision de l’assemblée sur le recours',
    power: 'discipline.manage',
    answer: false,
    subject: '/exclusions/',
    rule: '6.4-a',
  },
  'appeal-meeting': {
    label: 'Assemblée qui entend le recours',
    power: 'discipline.manage',
    answer: false,
    subject: '/exclusions/',
    rule: '6.4-a',
  },
  'appeal-withdrawal': {
    label: 'Retrait du recours',
    power: 'discipline.manage',
    answer: false,
    subject: '/exclusions/',
    rule: '6.4-a',
  },
  'founder-loss-notice': {
    label: 'Qualité de fondateur : invitation à se défendre',
    power: 'discipline.manage',
    answer: true,
    subject: '/exclusions/',
    rule: '6.1-b',
  },
  'founder-loss-decision': {
    label: 'Décision sur la qualité de fondateur',
    power: 'discipline.manage',
    answer: false,
    subject: '/exclusions/',
    rule: '6.1-b',
  },
  'suspension-notice': {
    label: 'Procédure de suspension : invitation à se défendre',
    power: 'discipline.manage',
    answer: true,
    subject: '/exclusions/',
    rule: '6.4-c',
  },
  'suspension-decision': {
    label: 'Décision sur la suspension',
    power: 'discipline.manage',
    answer: false,
    subject: '/exclusions/',
    rule: '6.4-c',
  },
  suspension: {
    label: 'Suspension des droits',
    power: 'discipline.manage',
    answer: false,
    subject: '/membres/',
    rule: '6.4-c',
  },
} as const satisfies Record<string, Kind>

export type LetterKind = keyof typeof LETTER_KINDS

const isKind = (kind: string): kind is LetterKind => Object.hasOwn(LETTER_KINDS, kind)

/** What we know of a kind; throws on one that we never wrote. */
export function letterKind(kind: string): Kind {
  if (!isKind(kind)) throw new Error(`unknown kind of letter ${kind}`)
  return LETTER_KINDS[kind]
}

export const LETTER_KIND_NAMES = Object.keys(LETTER_KINDS).filter(isKind)
