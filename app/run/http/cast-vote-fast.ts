import type { RequestHandler } from 'express'
import { z } from 'zod'
import { castVotes } from '~/ballots/cast-votes.server'
import { castJsonSchema } from '~/ballots/cast-votes.form'
import { now } from '~/platform/clock.server'
import { db } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { sessionHash } from '~/platform/session.server'

const meetingIdSchema = z.uuid()

/** The press of the vote button: the same command as the page's form, answered in JSON. */
export const castVoteFast: RequestHandler = (req, res, next) => {
  const meetingId = meetingIdSchema.safeParse(req.params.id)
  const input = castJsonSchema.safeParse(req.body)
  if (!meetingId.success || !input.success) return void res.status(400).json({ message: 'Ce vote n’est pas lisible.' })
  const cast = async () => {
    const ctx = { db: db(), now: await now(), sessionHash: sessionHash(req.get('cookie') ?? null) }
    const results = await castVotes(ctx, { ...input.data, meetingId: meetingId.data })
    res.set('Cache-Control', 'no-store').json({ results })
  }
  cast().catch((error: unknown) => {
    if (error instanceof Refusal) return void res.status(error.status).json({ message: error.message })
    next(error)
  })
}
