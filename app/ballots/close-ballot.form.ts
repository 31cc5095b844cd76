import { z } from 'zod'
import type { ManualCount } from './manual-count'

const MISSING = 'Écrivez un nombre, 0 s’il n’y en a pas.'
const SHEET = 'Écrivez le nombre de membres que compte la feuille de présence.'
const whole = z.coerce
  .number({ error: MISSING })
  .int({ error: MISSING })
  .min(0, { error: MISSING })
  .max(1_000_000, { error: MISSING })
const optionalWhole = z.preprocess((value) => (value === '' ? undefined : value), whole.optional())
const name = (whose: string) =>
  z
    .string({ error: `Écrivez le nom du ${whose} scrutateur.` })
    .trim()
    .min(2, { error: `Écrivez le nom du ${whose} scrutateur.` })
    .max(120)

/** Closing a ballot cast on phones: nothing to type. */
export const closeBallotSchema = z.object({ resolutionId: z.uuid() })

/** A count made in the room. Heads beside voices for a show of hands, unless heads say all; papers carry one unit. */
export const manualCountFormSchema = z.object({
  resolutionId: z.uuid(),
  unit: z.enum(['voices', 'members']).default('voices'),
  forVoices: optionalWhole,
  againstVoices: optionalWhole,
  blankVoices: optionalWhole,
  abstainedVoices: optionalWhole,
  forMembers: optionalWhole,
  againstMembers: optionalWhole,
  blankMembers: optionalWhole,
  abstainedMembers: optionalWhole,
  sheet: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number({ error: SHEET }).int({ error: SHEET }).min(0, { error: SHEET }),
  ),
  papers: optionalWhole,
  teller1: name('premier'),
  teller2: name('second'),
  presidentVote: z.enum(['for', 'against', 'none']).default('none'),
})

export type ManualCountForm = z.output<typeof manualCountFormSchema>

const LINES = ['for', 'against', 'blank', 'abstained'] as const

/** The typed fields as one count, or the fields left empty that the mode needs. */
export function toManualCount(
  form: ManualCountForm,
  mode: 'HANDS' | 'PAPER',
): { count: ManualCount } | { missing: string[] } {
  const both = mode === 'HANDS' && form.unit === 'voices'
  const units = both ? (['voices', 'members'] as const) : ([form.unit] as const)
  const suffix = { voices: 'Voices', members: 'Members' } as const
  const missing = units.flatMap((unit) =>
    LINES.map((line) => `${line}${suffix[unit]}` as const).filter((field) => form[field] === undefined),
  )
  if (mode === 'PAPER' && form.papers === undefined) return { missing: [...missing, 'papers'] }
  if (missing.length > 0) return { missing }
  const totals = (unit: 'voices' | 'members') => ({
    for: form[`for${suffix[unit]}`] ?? 0,
    against: form[`against${suffix[unit]}`] ?? 0,
    blank: form[`blank${suffix[unit]}`] ?? 0,
    abstained: form[`abstained${suffix[unit]}`] ?? 0,
  })
  const has = (unit: 'voices' | 'members') => units.some((one) => one === unit)
  return {
    count: {
      unit: form.unit,
      voices: has('voices') ? totals('voices') : null,
      members: has('members') ? totals('members') : null,
      sheet: form.sheet,
      papers: mode === 'PAPER' ? (form.papers ?? null) : null,
      tellers: [form.teller1, form.teller2],
      presidentVote: form.presidentVote === 'none' ? null : form.presidentVote,
    },
  }
}

export const MISSING_FIGURE = MISSING
