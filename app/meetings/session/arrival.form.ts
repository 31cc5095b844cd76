import { z } from 'zod'
import { signatureFault, signatureFields, type SignatureInput } from './signature'

const mode = z.enum(['IN_PERSON', 'VIDEO']).default('IN_PERSON')

function demandSignature(value: SignatureInput, check: z.core.$RefinementCtx<SignatureInput>): void {
  const fault = signatureFault(value)
  if (fault) check.addIssue({ code: 'custom', path: ['typedName'], message: fault })
}

/** Somebody else than the representatives we know, who shows a written mandate (6.2-d). */
export const OTHER = 'other'

/** Arrival at the desk: for a legal person, who came for it. */
export const deskArrivalForm = z
  .object({
    memberId: z.uuid(),
    representative: z.union([z.uuid(), z.literal(OTHER)]).optional(),
    otherName: z.string().trim().max(120).optional(),
    otherQuality: z.string().trim().max(120).optional(),
    mandateShown: z.literal('on').optional(),
    ...signatureFields,
  })
  .superRefine((value, check) => {
    demandSignature(value, check)
    if (value.representative !== OTHER) return
    if (!value.otherName)
      check.addIssue({ code: 'custom', path: ['otherName'], message: 'Écrivez le nom de la personne venue.' })
    if (!value.otherQuality)
      check.addIssue({
        code: 'custom',
        path: ['otherQuality'],
        message: 'Écrivez sa fonction, par exemple « cheffe de service ».',
      })
    if (!value.mandateShown)
      check.addIssue({
        code: 'custom',
        path: ['mandateShown'],
        message: 'Sans mandat écrit, cette personne ne peut pas représenter le membre.',
      })
  })

export type DeskArrival = z.output<typeof deskArrivalForm>

/** Arrival of oneself, on one's phone or from afar. */
export const ownArrivalForm = z
  .object({
    memberId: z.uuid(),
    mode,
    code: z
      .string()
      .transform((typed) => typed.replace(/\D/g, ''))
      .pipe(z.string().regex(/^\d{6}$/, 'Le code de la salle a six chiffres.'))
      .optional(),
    ...signatureFields,
  })
  .superRefine((value, check) => {
    demandSignature(value, check)
    if (value.mode === 'IN_PERSON' && !value.code)
      check.addIssue({
        code: 'custom',
        path: ['code'],
        message: 'Écrivez le code à six chiffres affiché dans la salle.',
      })
  })

export type OwnArrival = z.output<typeof ownArrivalForm>

export const departureForm = z.object({ memberId: z.uuid() })
