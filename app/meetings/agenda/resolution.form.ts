import { z } from 'zod'
import { cents } from '~/platform/cents'
import { LATE_JOINERS, type EffectKind, type FileEffectKind } from '../effect'

const required = (message: string, most: number) =>
  z
    .string({ error: message })
    .trim()
    .min(1, { error: message })
    .max(most, { error: `Écrivez ${most} signes au plus.` })
const memberId = z.uuid({ error: 'Choisissez le membre.' })
const day = (message: string) => z.iso.date({ error: message })
const year = { error: 'Écrivez une année, par exemple 2027.' }

const common = {
  title: required('Écrivez le titre de la résolution.', 200),
  text: required('Écrivez le texte soumis au vote.', 10_000),
  secret: z.literal('on').optional(),
}

/** One form for each thing that a resolution may do by itself once adopted. */
export const resolutionForm = z.discriminatedUnion('effect', [
  z.object({ ...common, effect: z.literal('none') }),
  z.object({
    ...common,
    effect: z.literal('set-dues'),
    year: z.coerce.number(year).int(year).min(1901, year).max(2999, year),
    dueOn: day('Choisissez la date à laquelle la cotisation est due.'),
    amounts: z.record(z.string(), cents),
    lateJoiners: z.enum(LATE_JOINERS, { error: 'Choisissez ce que doivent les nouveaux membres.' }).optional(),
  }),
  /** what it does comes from a file, and stays as it is */
  z.object({ ...common, effect: z.literal('file') }),
  z.object({ ...common, effect: z.literal('award-honorary'), memberId }),
  z.object({ ...common, effect: z.literal('grant-founder'), memberId }),
])

export type ResolutionInput = z.output<typeof resolutionForm>

/** What may be chosen in the form. */
export type FormEffect = Exclude<EffectKind, FileEffectKind>

export const EFFECT_LABELS: Record<FormEffect, string> = {
  none: 'Aucun effet automatique',
  'set-dues': 'Fixer les cotisations d’une année',
  'award-honorary': 'Décerner le titre de membre d’honneur',
  'grant-founder': 'Accorder la qualité de fondateur',
}
