import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Context } from '~/platform/context'
import { formAction } from '~/platform/http/form-action.server'
import { notFound, Refusal } from '~/platform/refusal'
import { annulBallot } from './annul-ballot.server'
import { closeBallotSchema, manualCountFormSchema, MISSING_FIGURE, toManualCount } from './close-ballot.form'
import { closeBallot } from './close-ballot.server'
import { invalidateResolution } from './invalidate-resolution.server'
import { openBallotSchema } from './open-ballot.form'
import { openBallot } from './open-ballot.server'
import { recordVoteSchema } from './record-vote.form'
import { recordVote } from './record-vote.server'
import { verifyBallotAct } from './verify-ballot-act.server'
import { withdrawResolution } from './withdraw-resolution.server'

const oneResolution = z.object({ resolutionId: z.uuid() })

/** The buttons of the chair's page; each comes back to it. */
export async function ballotAction(ctx: Context, meetingId: string, formData: FormData) {
  const here = (resolutionId: string) => redirect(`/assemblees/${meetingId}/scrutins#r-${resolutionId}`)
  const ofThisMeeting = async (resolutionId: string) => {
    const found = await ctx.db.resolution.findFirst({ where: { id: resolutionId, meetingId }, select: { mode: true } })
    if (!found) throw notFound()
    return found
  }
  switch (formData.get('act')) {
    case 'open':
      return formAction(formData, openBallotSchema, async (input) => {
        await ofThisMeeting(input.resolutionId)
        await openBallot(ctx, input)
        return here(input.resolutionId)
      })
    case 'close':
      return formAction(formData, closeBallotSchema, async ({ resolutionId }) => {
        await ofThisMeeting(resolutionId)
        await verifyBallotAct(ctx, { form: formData, act: 'close', resolutionId })
        await closeBallot(ctx, { resolutionId })
        return here(resolutionId)
      })
    case 'count':
      return formAction(formData, manualCountFormSchema, async (form) => {
        const { mode } = await ofThisMeeting(form.resolutionId)
        if (mode !== 'HANDS' && mode !== 'PAPER') throw new Refusal('Ce scrutin ne se compte pas à la main.')
        const typed = toManualCount(form, mode)
        if ('missing' in typed) throw unfilled(typed.missing)
        const { resolutionId } = form
        const { count } = typed
        await verifyBallotAct(ctx, { form: formData, act: 'count', resolutionId, count })
        await closeBallot(ctx, { resolutionId, manual: count })
        return here(form.resolutionId)
      })
    case 'record':
      return formAction(formData, recordVoteSchema, async (input) => {
        await ofThisMeeting(input.resolutionId)
        await recordVote(ctx, input)
        return here(input.resolutionId)
      })
    case 'without-quorum':
      return formAction(formData, oneResolution, async ({ resolutionId }) => {
        await ofThisMeeting(resolutionId)
        await verifyBallotAct(ctx, { form: formData, act: 'without-quorum', resolutionId })
        await invalidateResolution(ctx, { resolutionId })
        return here(resolutionId)
      })
    case 'annul':
      return formAction(formData, oneResolution, async ({ resolutionId }) => {
        await ofThisMeeting(resolutionId)
        await verifyBallotAct(ctx, { form: formData, act: 'annul', resolutionId })
        await annulBallot(ctx, { resolutionId })
        return here(resolutionId)
      })
    case 'withdraw':
      return formAction(formData, oneResolution, async ({ resolutionId }) => {
        await ofThisMeeting(resolutionId)
        await verifyBallotAct(ctx, { form: formData, act: 'withdraw', resolutionId })
        await withdrawResolution(ctx, { resolutionId })
        return here(resolutionId)
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

const unfilled = (fields: readonly string[]) =>
  new Refusal(MISSING_FIGURE, {
    status: 400,
    fieldErrors: Object.fromEntries(fields.map((field) => [field, [MISSING_FIGURE]])),
  })
