import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Context } from '~/platform/context'
import { formAction } from '~/platform/http/form-action.server'
import { recordIncident } from '../incidents.server'
import { closeSession } from './close-session.server'
import { declareOpening } from './declare-opening.server'
import { incidentForm } from './incident.form'
import { openSessionForm, secretaryForm } from './open-session.form'
import { openSession } from './open-session.server'
import { replaceSecretary } from './replace-secretary.server'
import { verifySessionAct } from './verify-session-act.server'

const nothing = z.object({})

type Command = (ctx: Context, input: { meetingId: string }) => Promise<unknown>

/** The buttons of the console; each comes back to it. The finding that there is no quorum is the ballots’, whose boxes it empties. */
export async function sessionAction(ctx: Context, meetingId: string, formData: FormData, declareNoQuorum: Command) {
  const here = () => redirect(`/assemblees/${meetingId}/seance`)
  const press = (command: Command) =>
    formAction(formData, nothing, async () => (await command(ctx, { meetingId }), here()))
  switch (formData.get('act')) {
    case 'open':
      return formAction(
        formData,
        openSessionForm,
        async (input) => (await openSession(ctx, { ...input, meetingId }), here()),
      )
    case 'secretary':
      return formAction(
        formData,
        secretaryForm,
        async (input) => (await replaceSecretary(ctx, { ...input, meetingId }), here()),
      )
    case 'declare':
      return press(declareOpening)
    case 'no-quorum':
      return press(async () => {
        await verifySessionAct(ctx, formData, 'no-quorum', meetingId)
        await declareNoQuorum(ctx, { meetingId })
      })
    case 'close':
      return press(async () => {
        await verifySessionAct(ctx, formData, 'close', meetingId)
        await closeSession(ctx, { meetingId })
      })
    default:
      return formAction(
        formData,
        incidentForm,
        async (input) => (await recordIncident(ctx, { ...input, meetingId }), here()),
      )
  }
}
