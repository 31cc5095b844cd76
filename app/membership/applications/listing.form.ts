import { z } from 'zod'
import { decideApplicationForm } from '../admission/decide-application.form'

/** What may be done with an application that waits. */
export const listingForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('list'), meetingId: z.uuid({ error: 'Choisissez la réunion.' }) }),
  z.object({ intent: z.literal('withdraw') }),
  decideApplicationForm,
])
