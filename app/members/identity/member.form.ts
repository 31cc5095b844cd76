import { z } from 'zod'
import { citationForm } from '../register/citation.form'
import { checkFiness, checkRna, checkRpps, checkSiret, type Checked } from './identifiers'

export const CIVILITIES = ['Mme', 'M.', 'Dr', 'Pr'] as const

const long = { error: 'Ce texte est trop long.' }
export const required = (message: string, most = 120) =>
  z.string({ error: message }).trim().min(1, { error: message }).max(most, long)
export const optionalText = (most = 120) =>
  z
    .string()
    .trim()
    .max(most, long)
    .optional()
    .transform((text) => text || null)

/** An identifier that may be left empty; checked and normalised when given. */
export const identifier = (check: (raw: string) => Checked) =>
  z
    .string()
    .optional()
    .transform((raw, context) => {
      if (!raw?.trim()) return null
      const checked = check(raw)
      if (checked.ok) return checked.value
      context.addIssue({ code: 'custom', message: checked.message })
      return z.NEVER
    })

const dateError = { error: 'Indiquez une date, par exemple 14/03/2026.' }
export const civilDate = z.iso
  .date(dateError)
  .refine((date) => date >= '1900-01-01' && date < '2200-01-01', { error: 'Cette année n’est pas plausible.' })
const optionalDate = civilDate.optional().transform((date) => date ?? null)

/** An e-mail as accounts hold it: without spaces, in lower case. */
export const optionalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(
    z
      .email({ error: 'Cette adresse électronique n’est pas valable, par exemple prenom.nom@exemple.fr.' })
      .max(200, long),
  )
  .optional()
  .transform((email) => email ?? null)

/** French numbers in groups of two figures; others as they are typed. */
export const optionalPhone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s.()\u00a0\u202f/-]{6,25}$/, {
    error: 'Ce numéro de téléphone n’est pas valable, par exemple 06 12 34 56 78.',
  })
  .optional()
  .transform((raw) => {
    const figures = raw?.replace(/^\+33\s*\(?0?\)?/, '0').replace(/\D/g, '')
    return figures && /^0\d{9}$/.test(figures) ? figures.replace(/(\d{2})(?=\d)/g, '$1 ') : (raw ?? null)
  })

const contact = {
  email: optionalEmail,
  phone: optionalPhone,
  street: optionalText(200),
  postcode: z
    .string()
    .trim()
    .regex(/^\d{5}$/, { error: 'Le code postal compte cinq chiffres, par exemple 94200.' })
    .optional()
    .transform((postcode) => postcode ?? null),
  town: optionalText(),
}

const person = {
  kind: z.literal('PERSON'),
  civility: z
    .enum(CIVILITIES, { error: 'Choisissez une civilité de la liste.' })
    .optional()
    .transform((civility) => civility ?? null),
  lastName: required('Indiquez le nom.'),
  firstName: required('Indiquez le prénom.'),
  bornOn: optionalDate,
  profession: optionalText(),
  rpps: identifier(checkRpps),
  ...contact,
}

const body = {
  kind: z.literal('BODY'),
  legalName: required('Indiquez le nom de la structure.', 200),
  legalForm: optionalText(),
  finess: identifier(checkFiness),
  siret: identifier(checkSiret),
  rna: identifier(checkRna),
  ...contact,
}

const admission = {
  category: required('Choisissez une catégorie.'),
  admittedOn: civilDate,
}

/** Who a member is and how to reach it: a natural person or a legal person. */
export const identitySchema = z.discriminatedUnion('kind', [z.object(person), z.object(body)])
/** The fields of each, for a form that asks more or less. */
export const identityFields = { person, body }

/** A new member, with the category and the day of its admission as the secretary records them. */
export const registerSchema = z.discriminatedUnion('kind', [
  z.object({ ...admission, ...person }),
  z.object({ ...admission, ...body }),
])

/** The same, with the act that a reprise cites. */
export const citedRegisterSchema = registerSchema.and(citationForm)

/** The same, with the act that a reprise cites. */
export const citedIdentity = identitySchema.and(citationForm)

export type Identity = z.output<typeof identitySchema>
export type Registration = z.output<typeof registerSchema>
