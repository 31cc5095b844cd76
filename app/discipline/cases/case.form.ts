import { z } from 'zod'
import { isCivilDate } from '~/statutes/civil-date'
import { FACT_SIGNS, REASON_SIGNS } from '~/statutes/exclusion'
import { GROUNDS } from './case-file'

const required = (message: string, most: number) =>
  z
    .string({ error: message })
    .trim()
    .min(1, { error: message })
    .max(most, { error: `Écrivez ${most} signes au plus.` })

const factSchema = z
  .object({
    on: z.string().optional(),
    text: z.string().trim().max(1_500, { error: 'Écrivez 1 500 signes au plus par fait.' }).optional(),
  })
  .superRefine(({ on = '', text = '' }, ctx) => {
    if (on === '' && text === '') return
    if (!isCivilDate(on)) ctx.addIssue({ code: 'custom', path: ['on'], message: 'Datez ce fait.' })
    if (text.length < FACT_SIGNS)
      ctx.addIssue({
        code: 'custom',
        path: ['text'],
        message: `Dites précisément ce qui s’est produit, en ${FACT_SIGNS} signes au moins.`,
      })
  })

const file = {
  facts: z
    .array(factSchema)
    .transform((facts) => facts.flatMap(({ on = '', text = '' }) => (on === '' && text === '' ? [] : [{ on, text }])))
    .refine((facts) => facts.length > 0, { error: 'Écrivez au moins un fait daté.' }),
  ruleBroken: required('Dites quelle règle n’a pas été respectée.', 500),
}

/** What is held against a member: dated facts, the rule broken, the sanction envisaged. */
export const caseForm = z
  .object({
    kind: z.enum(['EXCLUSION', 'SUSPENSION', 'FOUNDER_LOSS'], { error: 'Choisissez l’objet de la procédure.' }),
    memberId: z.uuid({ error: 'Choisissez le membre concerné.' }),
    /** last day of the suspension, included */
    until: z.iso.date({ error: 'Indiquez le dernier jour de la suspension.' }).optional(),
    ...file,
  })
  .refine(({ kind, until }) => kind !== 'SUSPENSION' || until !== undefined, {
    path: ['until'],
    message: 'Indiquez le dernier jour de la suspension : elle est temporaire.',
  })
export const caseFileForm = z.object(file)

/** The letter: a hearing (day, hour, place) or an invitation to write. */
export const noticeForm = z
  .object({
    way: z.enum(['hearing', 'writing'], { error: 'Choisissez comment le membre se défend.' }),
    on: z.string().optional(),
    time: z.string().optional(),
    place: z.string().trim().max(300, { error: 'Écrivez 300 signes au plus.' }).optional(),
  })
  .superRefine(({ way, on = '', time = '', place = '' }, ctx) => {
    if (way === 'writing') return
    if (!isCivilDate(on)) ctx.addIssue({ code: 'custom', path: ['on'], message: 'Choisissez le jour de l’audition.' })
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
      ctx.addIssue({ code: 'custom', path: ['time'], message: 'Choisissez l’heure de l’audition.' })
    if (place === '') ctx.addIssue({ code: 'custom', path: ['place'], message: 'Dites où le membre est entendu.' })
  })

export const hearingForm = z.object({
  held: z.enum(['yes', 'no'], { error: 'Dites si le membre est venu.' }),
  notes: required('Écrivez ce qui a été dit, ou constatez l’absence.', 10_000),
  assistedBy: z.string().trim().max(200, { error: 'Écrivez 200 signes au plus.' }).optional(),
})

export const recusalForm = z.object({
  memberId: z.uuid({ error: 'Choisissez la personne.' }),
  ground: z.enum(Object.keys(GROUNDS) as (keyof typeof GROUNDS)[], { error: 'Choisissez le motif.' }),
  /** read that nobody of the Bureau would be left to keep the file */
  unkept: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
})

export const decisionForm = z.object({
  outcome: z.enum(['sanction', 'keep'], { error: 'Choisissez la décision.' }),
  reasons: required('Motivez la décision.', 10_000).pipe(
    z.string().min(REASON_SIGNS, { error: `Motivez la décision en ${REASON_SIGNS} signes au moins.` }),
  ),
  confirm: z.string({ error: 'Écrivez le nom pour confirmer.' }).trim(),
})

export const explanationForm = z.object({
  text: required('Écrivez votre réponse.', 20_000),
})

export type CaseInput = z.output<typeof caseForm>
export type NoticeInput = z.output<typeof noticeForm>
