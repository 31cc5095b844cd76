import { z } from 'zod'
import type { Context } from '~/platform/context'
import { formAction } from '~/platform/http/form-action.server'
import { notFound } from '~/platform/refusal'
import { correctMinutes } from './correct-minutes.server'
import { correctionForm, draftForm } from './draft.form'
import { fixMinutes, withdrawMinutes } from './fix-minutes.server'
import { saveDraft } from './save-draft.server'
import { signMinutes } from './sign-minutes.server'
import { verifyFixing, verifySigning } from './verify-minutes-act.server'

const one = z.object({ minutesId: z.uuid() })
const empty = z.object({})

/** What the page of the minutes can ask; the reply of a refused form, or null when it was done. */
export async function minutesAction(ctx: Context, meetingId: string, form: FormData) {
  const done = async (work: Promise<unknown>) => (await work, null)
  switch (form.get('intent')) {
    case 'save':
      return formAction(form, draftForm, ({ basedOn, ...content }) =>
        done(saveDraft(ctx, { meetingId, basedOn, content })),
      )
    case 'fix':
      return formAction(form, empty, async () => {
        await verifyFixing(ctx, { form, meetingId })
        return done(fixMinutes(ctx, meetingId))
      })
    case 'withdraw':
      return formAction(form, one, ({ minutesId }) => done(withdrawMinutes(ctx, minutesId)))
    case 'sign':
      return formAction(form, one, async ({ minutesId }) => {
        await verifySigning(ctx, { form, meetingId, minutesId })
        return done(signMinutes(ctx, minutesId))
      })
    case 'correct':
      return formAction(form, one.extend(correctionForm.shape), (value) => done(correctMinutes(ctx, value)))
    default:
      throw notFound()
  }
}
