import { z } from 'zod'
import type { Choice as CountedChoice } from '~/statutes/tally'

/** The four answers, in the order in which they are shown and counted. */
export const CHOICES = ['FOR', 'AGAINST', 'BLANK', 'ABSTAIN'] as const

export type Choice = (typeof CHOICES)[number]

/** What the rules call each answer. */
export const COUNTED_AS = {
  FOR: 'for',
  AGAINST: 'against',
  BLANK: 'blank',
  ABSTAIN: 'abstained',
} as const satisfies Record<Choice, CountedChoice>

export const CHOICE_WORDS: Record<Choice, string> = {
  FOR: 'Pour',
  AGAINST: 'Contre',
  BLANK: 'Blanc',
  ABSTAIN: 'Abstention',
}

/** The same answers as forms and buttons name them. */
export const FORM_CHOICES = { FOR: 'for', AGAINST: 'against', BLANK: 'blank', ABSTAIN: 'abstain' } as const

const fromForm = { for: 'FOR', against: 'AGAINST', blank: 'BLANK', abstain: 'ABSTAIN' } as const satisfies Record<
  string,
  Choice
>

/** A choice as a form sends it. */
export const formChoiceSchema = z
  .enum(['for', 'against', 'blank', 'abstain'], { error: 'Choisissez pour, contre, blanc ou abstention.' })
  .transform((value): Choice => fromForm[value])

/** Totals of one vote in one unit. */
export type Totals = Record<CountedChoice, number>

export const noTotals = (): Totals => ({ for: 0, against: 0, abstained: 0, blank: 0 })

export const sumOf = (totals: Totals): number => totals.for + totals.against + totals.abstained + totals.blank

export const addTotals = (one: Totals, other: Totals): Totals => ({
  for: one.for + other.for,
  against: one.against + other.against,
  abstained: one.abstained + other.abstained,
  blank: one.blank + other.blank,
})

/** The four totals alone, out of anything that holds them. */
export const onlyTotals = ({ for: yes, against, abstained, blank }: Totals): Totals => ({
  for: yes,
  against,
  abstained,
  blank,
})
