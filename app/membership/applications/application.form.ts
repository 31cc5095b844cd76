import { z } from 'zod'
import { CIVILITIES, identityFields, optionalEmail, optionalPhone, required } from '~/members/identity/member.form'

const ticked = (message: string) => z.literal('on', { error: message })
const email = (message: string) => optionalEmail.pipe(z.string({ error: message }))
const NO_EMAIL = 'Indiquez une adresse électronique : la réponse se fait par courriel.'

const agreement = {
  engaged: ticked('Cochez cette case : un membre s’engage dans l’objet de l’association.'),
  commitment: z
    .string()
    .trim()
    .max(2000, { error: 'Écrivez 2 000 signes au plus.' })
    .optional()
    .transform((text) => text ?? ''),
  /** the version that was shown */
  statutesId: z.uuid({ error: 'Rechargez la page.' }),
  statutesAccepted: ticked('Cochez cette case : on ne devient membre qu’en acceptant les statuts.'),
  internalRulesId: z
    .uuid({ error: 'Rechargez la page.' })
    .optional()
    .transform((id) => id ?? null),
  internalRulesAccepted: z.literal('on').optional(),
  mailConsent: z.literal('on').optional(),
  /** a field that nobody sees: filled by machines only */
  website: z.string().optional(),
}

const place = {
  street: required('Indiquez la voie et le numéro.', 200),
  postcode: required('Indiquez le code postal de l’adresse professionnelle.').pipe(
    z.string().regex(/^\d{5}$/, { error: 'Le code postal compte cinq chiffres, par exemple 94200.' }),
  ),
  town: required('Indiquez la commune.'),
}

const person = z.object({
  ...identityFields.person,
  ...place,
  profession: required('Indiquez la profession.'),
  email: email(NO_EMAIL),
  ...agreement,
})

const body = z.object({
  ...identityFields.body,
  ...place,
  legalForm: required('Indiquez la forme juridique, par exemple association ou SELARL.'),
  repCivility: z
    .enum(CIVILITIES, { error: 'Choisissez une civilité de la liste.' })
    .optional()
    .transform((civility) => civility ?? null),
  repLastName: required('Indiquez le nom du représentant légal.'),
  repFirstName: required('Indiquez son prénom.'),
  repQuality: required('Indiquez sa qualité, par exemple directrice ou président.'),
  repEmail: email(NO_EMAIL),
  repPhone: optionalPhone,
  ...agreement,
})

/** A request to join (6.2-a), from somebody who has no account. */
export const applicationForm = z
  .discriminatedUnion('kind', [person, body])
  .refine(({ internalRulesId, internalRulesAccepted }) => internalRulesId === null || internalRulesAccepted === 'on', {
    path: ['internalRulesAccepted'],
    message: 'Cochez cette case : qui accepte les statuts accepte aussi le règlement intérieur.',
  })

export type ApplicationInput = z.output<typeof applicationForm>

const text = z.string()
const perhaps = z.string().nullable()
const contact = { email: perhaps, phone: perhaps, street: text, postcode: text, town: text }

/** What is kept of the answers, until the Bureau has decided. */
export const answersSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('PERSON'),
    civility: z.enum(CIVILITIES).nullable(),
    lastName: text,
    firstName: text,
    bornOn: perhaps,
    profession: text,
    rpps: perhaps,
    ...contact,
  }),
  z.object({
    kind: z.literal('BODY'),
    legalName: text,
    legalForm: text,
    finess: perhaps,
    siret: perhaps,
    rna: perhaps,
    ...contact,
    representative: z.object({
      civility: z.enum(CIVILITIES).nullable(),
      lastName: text,
      firstName: text,
      quality: text,
      email: text,
      phone: perhaps,
    }),
  }),
])
export type Answers = z.output<typeof answersSchema>

/** The answers to keep, apart from what is agreed to. */
export function answersOf(input: ApplicationInput): Answers {
  if (input.kind === 'PERSON') return answersSchema.parse(input)
  const { repCivility, repLastName, repFirstName, repQuality, repEmail, repPhone } = input
  return answersSchema.parse({
    ...input,
    representative: {
      civility: repCivility,
      lastName: repLastName,
      firstName: repFirstName,
      quality: repQuality,
      email: repEmail,
      phone: repPhone,
    },
  })
}
