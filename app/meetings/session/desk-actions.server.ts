import { redirect } from '@remix-run/node'
import type { Context } from '~/platform/context'
import { formAction } from '~/platform/http/form-action.server'
import { deskArrivalForm, departureForm } from './arrival.form'
import { recordArrival } from './record-arrival.server'
import { recordDeparture } from './record-departure.server'

/** An arrival or a departure from the desk; back to the list, which says what was done. */
export async function deskAction(ctx: Context, meetingId: string, formData: FormData) {
  const done = (memberId: string) => redirect(`/assemblees/${meetingId}/emargement?fait=${memberId}`)
  if (formData.get('act') === 'leave')
    return formAction(formData, departureForm, async (input) => {
      await recordDeparture(ctx, { ...input, meetingId })
      return done(input.memberId)
    })
  return formAction(formData, deskArrivalForm, async (input) => {
    await recordArrival(ctx, { ...input, meetingId })
    return done(input.memberId)
  })
}
