import type { CaseKind, CaseState } from '~/generated/prisma/enums'
import { isCivilDate } from '~/statutes/civil-date'
import type { Fact } from '~/statutes/exclusion'

export const CASE_KINDS: Record<CaseKind, string> = {
  EXCLUSION: 'Exclusion',
  SUSPENSION: 'Suspension',
  FOUNDER_LOSS: 'Perte de la qualité de fondateur',
}

/** The article that each kind runs on. */
export const CASE_RULES = { EXCLUSION: '6.4-a', SUSPENSION: '6.4-c', FOUNDER_LOSS: '6.1-b' } as const satisfies Record<
  CaseKind,
  string
>

export const STATE_WORDS: Record<CaseState, string> = {
  DRAFT: 'en préparation',
  NOTIFIED: 'défense en cours',
  DEFERRED: 'soumis au vote',
  EXCLUDED: 'sanction prononcée',
  KEPT: 'maintenu',
  ABANDONED: 'sans suite',
}

export const OPEN_STATES = ['DRAFT', 'NOTIFIED', 'DEFERRED'] as const satisfies CaseState[]
export const isOpen = (state: CaseState): boolean => OPEN_STATES.some((each) => each === state)

/** Why someone must not decide. */
export const GROUNDS = {
  complainant: 'à l’origine de la plainte',
  target: 'personne visée',
  related: 'proche ou intéressé',
  'spoke-out': 's’est déjà prononcé',
} as const

export type Ground = keyof typeof GROUNDS
export const groundLabel = (ground: string): string =>
  Object.hasOwn(GROUNDS, ground) ? GROUNDS[ground as Ground] : ground

/** The facts as the file keeps them: one a line, its day first. */
export const writeFacts = (facts: readonly Fact[]): string =>
  facts.map(({ on, text }) => `${on} ${text.replace(/\s+/g, ' ').trim()}`).join('\n')

export function readFacts(stored: string): Fact[] {
  return stored.split('\n').flatMap((line) => {
    const on = line.slice(0, 10)
    return isCivilDate(on) ? [{ on, text: line.slice(11) }] : []
  })
}
