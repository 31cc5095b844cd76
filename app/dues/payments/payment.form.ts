import { z } from 'zod'
import { cents } from '~/platform/cents'

/** What a person enters; card and SEPA debit come from the payment page. */
export const MANUAL_METHODS = ['TRANSFER', 'CHEQUE', 'CASH'] as const
export type ManualMethod = (typeof MANUAL_METHODS)[number]

const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Écrivez ${most} signes au plus.` })
    .optional()
    .transform((text) => text || null)

const line = z.object({
  duesId: z.uuid(),
  /** cents; null: all that is left */
  amountCents: cents
    .refine((value) => value > 0, { error: 'Écrivez un montant plus grand que zéro.' })
    .optional()
    .transform((value) => value ?? null),
})

export const paymentForm = z
  .object({
    /** made when the form was shown: pressed twice, it is one payment */
    id: z.uuid(),
    method: z.enum(MANUAL_METHODS, { error: 'Choisissez le mode de paiement.' }),
    paidOn: z.iso.date({ error: 'Indiquez la date, par exemple 14/03/2027.' }),
    payerName: z
      .string({ error: 'Indiquez qui a payé.' })
      .trim()
      .min(1, { error: 'Indiquez qui a payé.' })
      .max(200, { error: 'Ce nom est trop long.' }),
    /** cents that came, when more than the dues chosen; null: their total */
    receivedCents: cents.optional().transform((value) => value ?? null),
    chequeNumber: optionalText(30),
    chequeBank: optionalText(80),
    reference: optionalText(140),
    bankLineId: z
      .uuid()
      .optional()
      .transform((id) => id ?? null),
    lines: z
      .array(line, { error: 'Choisissez au moins une cotisation.' })
      .min(1, { error: 'Choisissez au moins une cotisation.' })
      .max(200, { error: 'Deux cents cotisations au plus à la fois.' })
      .refine((lines) => new Set(lines.map(({ duesId }) => duesId)).size === lines.length, {
        error: 'La même cotisation est choisie deux fois.',
      }),
  })
  .superRefine(({ method, chequeNumber, chequeBank }, context) => {
    if (method !== 'CHEQUE') return
    const missing = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (chequeNumber === null) missing('chequeNumber', 'Indiquez le numéro du chèque.')
    if (chequeBank === null) missing('chequeBank', 'Indiquez la banque du chèque.')
  })

export type PaymentInput = z.output<typeof paymentForm>

/** Why a payment entered by hand is taken out; « source » of the entry that does it. */
export const CANCEL_REASONS = {
  'cancel-error': 'erreur de saisie',
  'cancel-cheque': 'chèque impayé',
  'cancel-transfer': 'virement rejeté',
} as const
export type CancelReason = keyof typeof CANCEL_REASONS

const ONLY_FOR: Partial<Record<CancelReason, ManualMethod>> = {
  'cancel-cheque': 'CHEQUE',
  'cancel-transfer': 'TRANSFER',
}

/** Whether a payment made this way may be taken out for that reason: the bank sends back no cash, nor a transfer as a cheque. */
export const suitsMethod = (reason: CancelReason, method: string): boolean => (ONLY_FOR[reason] ?? method) === method

export const isCancelReason = (source: string): source is CancelReason => Object.hasOwn(CANCEL_REASONS, source)

export const cancelForm = z.object({
  reason: z.enum(['cancel-error', 'cancel-cheque', 'cancel-transfer'], { error: 'Choisissez le motif.' }),
})

export const attributeForm = z.object({
  duesId: z.uuid({ error: 'Choisissez la cotisation.' }),
  amountCents: cents.refine((value) => value > 0, { error: 'Écrivez un montant plus grand que zéro.' }),
})
