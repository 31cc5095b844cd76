import { z } from 'zod'
import { citationForm } from '~/members/register/citation.form'

const day = (error: string) => z.iso.date({ error })
const reason = (error: string) => z.string({ error }).trim().min(3, { error }).max(500)

/** A delegation to record. Which powers may be lent is the command's to say (9.1-d). */
export const delegationForm = z.object({
  toAccountId: z.uuid({ error: 'Choisissez à qui vous déléguez.' }),
  powers: z
    .array(z.string(), { error: 'Cochez au moins un pouvoir.' })
    .min(1, { error: 'Cochez au moins un pouvoir.' }),
  reason: reason('Écrivez pourquoi, en quelques mots.'),
  startsOn: day('Donnez le jour où la délégation commence.'),
  endsOn: day('Cette date n’est pas complète.').optional(),
})
export type DelegationInput = z.output<typeof delegationForm>

export const CAUSES = { absence: 'empêchement', resignation: 'démission', death: 'décès' } as const

/** A vice-president replaces the President (10-a). */
export const replacementForm = z.object({
  mandateId: z.uuid({ error: 'Choisissez qui remplace.' }),
  cause: z.enum(['absence', 'resignation', 'death'], { error: 'Choisissez la cause du remplacement.' }),
  details: z.string().trim().max(500).optional(),
  startsOn: day('Donnez le jour où le remplacement commence.'),
  endsOn: day('Cette date n’est pas complète.').optional(),
})
/** The same, with the act that a reprise cites. */
export const citedReplacement = z.object({ ...replacementForm.shape, ...citationForm.shape })
export type ReplacementInput = z.output<typeof replacementForm>

/** An officer in place, with the decision that put him there. */
export const mandateForm = z.object({
  office: z.string({ error: 'Choisissez la fonction.' }).min(1),
  memberId: z.uuid({ error: 'Choisissez le membre.' }),
  from: day('Donnez le jour où le mandat commence.'),
  termEnd: day('Cette date n’est pas complète.').optional(),
  source: reason('Dites d’où vient ce mandat, par exemple « AGO du 12 juin 2026, résolution 6 ».'),
  endPrevious: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
})
/** The same, with the act that a reprise cites: it is the source of the mandate. */
export const citedMandate = z.object({ ...mandateForm.shape, ...citationForm.shape })
export type MandateInput = z.output<typeof mandateForm>

export const endMandateForm = z.object({
  mandateId: z.uuid(),
  endedOn: day('Donnez le jour où les fonctions prennent fin.'),
  reason: reason('Écrivez pourquoi les fonctions prennent fin, par exemple « démission reçue le 3 mai ».'),
})
/** The same, with the act that a reprise cites. */
export const citedEnd = z.object({ ...endMandateForm.shape, ...citationForm.shape })
export type EndMandateInput = z.output<typeof endMandateForm>

/** An employee who coordinates: signs in, never votes, acts under delegation. */
export const staffForm = z.object({
  name: reason('Écrivez le prénom et le nom.'),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: 'Cette adresse n’a pas la forme attendue.' })),
  title: reason('Écrivez la fonction, par exemple « coordinatrice ».'),
  from: day('Donnez le jour de la prise de fonction.'),
})
export type StaffInput = z.output<typeof staffForm>
