import { z } from 'zod'
import { citationForm } from '~/members/register/citation.form'
import { cents } from '~/platform/cents'

const day = (error: string) => z.iso.date({ error })
const year = { error: 'Écrivez une année, par exemple 2027.' }

/** The dues of a year that an assembly set before its decisions were kept here. */
export const takeOverForm = z
  .object({
    year: z.coerce.number(year).int(year).min(1901, year).max(2999, year),
    decidedOn: day('Indiquez la date de l’assemblée.'),
    resolution: z
      .string({ error: 'Indiquez la résolution, par exemple : résolution 4.' })
      .trim()
      .min(1, { error: 'Indiquez la résolution, par exemple : résolution 4.' })
      .max(120, { error: 'Écrivez 120 signes au plus.' }),
    dueOn: day('Choisissez la date à laquelle la cotisation est due.'),
    amounts: z.record(z.string(), cents),
    lateJoiners: z.enum(['FULL', 'HALF_FROM_JULY', 'NEXT_YEAR'], {
      error: 'Choisissez ce que doivent les nouveaux membres.',
    }),
  })
  .refine(({ dueOn, year }) => dueOn.startsWith(`${year}-`), {
    path: ['dueOn'],
    message: 'La cotisation d’une année est due dans cette année.',
  })

/** The same, with the act that a reprise cites. */
export const citedTakeOver = takeOverForm.and(citationForm)

export type TakeOver = z.output<typeof takeOverForm>
