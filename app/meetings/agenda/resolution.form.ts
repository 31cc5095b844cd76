import { z } from 'zod'
import { EFFECTS, FORM_KINDS, type FormEffectKind } from '~/effects'

const required = (message: string, most: number) =>
  z
    .string({ error: message })
    .trim()
    .min(1, { error: message })
    .max(most, { error: `Écrivez ${most} signes au plus.` })

const common = {
  title: required('Écrivez le titre de la résolution.', 200),
  text: required('Écrivez le texte soumis au vote.', 10_000),
  secret: z.literal('on').optional(),
}

type Sent<K extends string, F> = z.output<z.ZodObject<typeof common & { effect: z.ZodLiteral<K> } & F>>
/** `file`: what it does comes from a file, and stays as it is. */
export type ResolutionInput =
  { [K in FormEffectKind]: Sent<K, (typeof EFFECTS)[K]['inputs']> }[FormEffectKind] | Sent<'file', object>

/** One form for each thing that a resolution may do by itself once adopted. */
export const resolutionForm = z.discriminatedUnion('effect', [
  z.object({ ...common, effect: z.literal('file') }),
  ...FORM_KINDS.map((kind) => z.object({ ...common, effect: z.literal(kind), ...EFFECTS[kind].inputs })),
]) as unknown as z.ZodType<ResolutionInput>
