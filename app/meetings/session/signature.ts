import { z } from 'zod'

/** What the signature pad draws: strokes of whole points around a box of 600 × 200. */
const DRAWN = /^(M-?\d{1,4} -?\d{1,4}(L-?\d{1,4} -?\d{1,4})+)+$/
/** A press of a point is no signature. */
const LEAST_POINTS = 8

/** Whether a stored signature was drawn (SVG path data) or is a name typed by its bearer. */
export const isDrawn = (signature: string): boolean => DRAWN.test(signature)

/** The two fields of the signature pad. Either is enough; a drawing goes before a name. */
export const signatureFields = {
  signature: z
    .string()
    .max(60_000, 'La signature est trop longue : effacez-la et recommencez.')
    .regex(DRAWN, 'Effacez et signez à nouveau.')
    .optional(),
  typedName: z
    .string()
    .trim()
    .min(3, 'Écrivez votre prénom et votre nom.')
    .max(120, 'Écrivez 120 signes au plus.')
    .optional(),
}

export type SignatureInput = { signature?: string | undefined; typedName?: string | undefined }

/** A message for the field of the typed name when nothing valid is signed, else null. */
export function signatureFault({ signature, typedName }: SignatureInput): string | null {
  if (signature && (signature.match(/[ML]/g)?.length ?? 0) >= LEAST_POINTS) return null
  if (typedName) return null
  return signature
    ? 'Le tracé est trop court : signez à nouveau, ou écrivez votre nom.'
    : 'Signez dans le cadre, ou écrivez votre nom.'
}

/** What is stored: the drawing, else the typed name. */
export const signatureText = ({ signature, typedName }: SignatureInput): string => signature ?? typedName ?? ''
