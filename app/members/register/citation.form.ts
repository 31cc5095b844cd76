import { z } from 'zod'

const text = (error: string, most: number) =>
  z
    .string({ error })
    .trim()
    .min(3, { error })
    .max(most, { error: `Écrivez ${most} signes au plus.` })

/** The act that is cited, and why it is entered by two signatures. */
export const citationForm = z.object({
  source: text('Citez l’acte, par exemple « AGO du 12 juin 2026, résolution 6 » ou « lettre de démission ».', 300),
  decidedOn: z.iso.date({ error: 'Indiquez le jour de cet acte.' }),
  why: text('Dites pourquoi il n’est pas passé par le logiciel, par exemple « assemblée tenue sur papier ».', 500),
})
export type Citation = z.output<typeof citationForm>
