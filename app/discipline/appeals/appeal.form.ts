import { z } from 'zod'
import { isCivilDate } from '~/statutes/civil-date'

/** What the assembly reads of an appeal stands in the resolution: some pages, no more. */
const words = z.string().trim().max(5_000, { error: 'Écrivez 5 000 signes au plus.' }).default('')

/** The excluded person's appeal. */
export const appealForm = z.object({
  text: words,
  confirm: z.literal('on', { error: 'Cochez cette case pour former votre recours.' }),
})

const day = { error: 'Indiquez le jour du recours.' }

/** An appeal that came by letter. */
export const receivedAppealForm = z.object({ on: z.string(day).refine(isCivilDate, day), text: words })

export const listAppealForm = z.object({ meetingId: z.uuid({ error: 'Choisissez la réunion.' }) })

/** The excluded person withdraws his appeal. */
export const withdrawalForm = z.object({
  confirm: z.literal('on', { error: 'Cochez cette case pour retirer votre recours.' }),
})

const withdrawn = { error: 'Indiquez le jour du retrait.' }

/** A withdrawal that came by letter. */
export const receivedWithdrawalForm = z.object({ on: z.string(withdrawn).refine(isCivilDate, withdrawn) })
