import { z } from 'zod'
import { checkRna, checkSiret } from '~/members/identity/identifiers'
import { CIVILITIES, civilDate, identifier } from '~/members/identity/member.form'

const text = (message: string, most = 200) =>
  z.string({ error: message }).trim().min(1, { error: message }).max(most, { error: 'Ce texte est trop long.' })
const email = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: message }))

/** First use of an empty database: the association, its statutes, its President. */
export const installationForm = z.object({
  code: text('Recopiez le code écrit dans le journal du serveur.'),
  name: text('Indiquez le nom de l’association.'),
  object: text('Indiquez l’objet de l’association.', 2_000),
  seatStreet: text('Indiquez l’adresse du siège.'),
  postcode: z
    .string({ error: 'Indiquez le code postal.' })
    .trim()
    .regex(/^\d{5}$/, { error: 'Le code postal compte cinq chiffres, par exemple 94200.' }),
  town: text('Indiquez la commune.'),
  email: email('Indiquez l’adresse de courriel de l’association.'),
  rna: identifier(checkRna),
  siret: identifier(checkSiret),
  adoptedOn: civilDate,
  adoptedBy: text('Indiquez l’assemblée qui a adopté les statuts.'),
  /** a cpts-statutes/1 file; the model when empty */
  statutes: z.string().trim().max(100_000, { error: 'Ce fichier est trop long.' }).optional(),
  civility: z.enum(CIVILITIES, { error: 'Choisissez une civilité.' }),
  lastName: text('Indiquez le nom.'),
  firstName: text('Indiquez le prénom.'),
  presidentEmail: email('Indiquez votre adresse de courriel : c’est elle qui vous permettra de vous connecter.'),
  electedOn: civilDate,
})

export type Installation = z.output<typeof installationForm>
