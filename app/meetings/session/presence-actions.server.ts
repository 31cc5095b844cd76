import { redirect } from '@remix-run/node'
import type { Context } from '~/platform/context'
import { formAction } from '~/platform/http/form-action.server'
import { departureForm, ownArrivalForm } from './arrival.form'
import { recordDeparture } from './record-departure.server'
import { signAttendance } from './sign-attendance.server'

/** One’s own arrival or departure, on one’s own phone. */
export async function presenceAction(ctx: Context, meetingId: string, formData: FormData) {
  const here = `/assemblees/${meetingId}/presence`
  if (formData.get('act') === 'leave')
    return formAction(formData, departureForm, async (input) => {
      await recordDeparture(ctx, { ...input, meetingId })
      return redirect(`${here}?parti=${input.memberId}`)
    })
  return formAction(formData, ownArrivalForm, async (input) => {
    await signAttendance(ctx, { ...input, meetingId })
    return redirect(`${here}?arrive=${input.memberId}`)
  })
}
