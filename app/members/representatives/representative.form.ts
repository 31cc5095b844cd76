import { z } from 'zod'
import { citationForm } from '../register/citation.form'
import { CIVILITIES, civilDate, optionalEmail, optionalPhone } from '../identity/member.form'

const required = (message: string) =>
  z.string({ error: message }).trim().min(1, { error: message }).max(120, { error: 'Ce texte est trop long.' })

/** The person who speaks for a legal person. A substitute needs the date of a written decisional mandate (6.2-d). */
export const representativeSchema = z
  .object({
    kind: z.enum(['LEGAL', 'SUBSTITUTE'], { error: 'Choisissez à quel titre cette personne représente la structure.' }),
    civility: z
      .enum(CIVILITIES, { error: 'Choisissez une civilité de la liste.' })
      .optional()
      .transform((civility) => civility ?? null),
    lastName: required('Indiquez le nom.'),
    firstName: required('Indiquez le prénom.'),
    quality: required('Indiquez la qualité, par exemple directrice ou président.'),
    bornOn: civilDate.optional().transform((date) => date ?? null),
    email: optionalEmail,
    phone: optionalPhone,
    from: civilDate,
    mandateOn: civilDate.optional().transform((date) => date ?? null),
  })
  .superRefine(({ kind, mandateOn }, context) => {
    if (kind === 'SUBSTITUTE' && !mandateOn)
      context.addIssue({
        code: 'custom',
        path: ['mandateOn'],
        message:
          'Indiquez la date du mandat décisionnel écrit : sans lui, le représentant légal seul peut voter (art. 6.2).',
      })
  })

/** The same, with the act that a reprise cites. */
export const citedRepresentative = representativeSchema.and(citationForm)

export const endSchema = z.object({ representativeId: z.uuid(), until: civilDate })
export const citedEnd = z.object({ ...endSchema.shape, ...citationForm.shape })

export type RepresentativeInput = z.output<typeof representativeSchema>
