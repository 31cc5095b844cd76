import { z } from 'zod'
import { LATE_JOINERS, LATE_JOINER_WORDS } from '~/dues/board/period-words'
import { cents } from '~/platform/cents'
import { euros, frenchDate, list, moneyInput } from '~/ui/format'
import { defineFormEffect } from './define'

const yearMessage = { error: 'Écrivez une année, par exemple 2027.' }

/** 13.2-b: the dues of a year, in cents by category. */
export const setDues = defineFormEffect({
  kind: 'set-dues',
  schema: z.strictObject({
    kind: z.literal('set-dues'),
    year: z.number().int().min(1901).max(2999),
    dueOn: z.iso.date(),
    amounts: z.record(z.string(), z.number().int().min(0)),
    /** what a member who joins later in the year owes; the whole amount when absent */
    lateJoiners: z.enum(LATE_JOINERS).optional(),
  }),
  sentence: ({ year, dueOn, amounts }, names) => {
    const dearestFirst = Object.entries(amounts).sort(([, a], [, b]) => b - a)
    const said = dearestFirst.map(([key, amount]) => `${euros(amount)} (${names.category(key)})`)
    return `La cotisation ${year} est de ${list(said)} ; elle est due le ${frenchDate(dueOn)}.`
  },
  label: 'Fixer les cotisations d’une année',
  inputs: {
    year: z.coerce.number(yearMessage).int(yearMessage).min(1901, yearMessage).max(2999, yearMessage),
    dueOn: z.iso.date({ error: 'Choisissez la date à laquelle la cotisation est due.' }),
    amounts: z.record(z.string(), cents),
    lateJoiners: z.enum(LATE_JOINERS, { error: 'Choisissez ce que doivent les nouveaux membres.' }).optional(),
  },
  fields: [
    { kind: 'year', name: 'year', label: 'Année' },
    { kind: 'date', name: 'dueOn', label: 'Date à laquelle la cotisation est due' },
    { kind: 'money-by-category', name: 'amounts', label: (category) => `Cotisation d’un ${category}` },
    {
      kind: 'choice',
      name: 'lateJoiners',
      label: 'Ce que doit un membre admis en cours d’année',
      choices: LATE_JOINERS.map((value) => ({ value, label: LATE_JOINER_WORDS[value] })),
    },
  ],
  initial: (effect, { date, paying }) => {
    const next = Number(date.slice(0, 4)) + 1
    return {
      year: String(effect?.year ?? next),
      dueOn: effect?.dueOn ?? `${next}-03-31`,
      lateJoiners: effect?.lateJoiners ?? 'FULL',
      ...Object.fromEntries(paying.map((key) => [`amounts.${key}`, moneyInput(effect?.amounts[key])])),
    }
  },
})
