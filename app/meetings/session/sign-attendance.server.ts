import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { badField, forbidden, notFound, Refusal } from '~/platform/refusal'
import type { OwnArrival } from './arrival.form'
import { countTry, type RateLimit } from '~/platform/rate-limit.server'
import { arrive, type Arrival } from './arrive.server'
import { currentRepresentatives } from './representatives.server'
import { signatureText } from './signature'

/** Nobody guesses six figures from home. */
const CODE_TRIES: RateLimit = { name: 'room-code', points: 10, seconds: 600 }

/**
 * A member signs for himself: in the room with the six figures shown there, from afar where an article allows it
 * (remoteVote `live`). Refused to whoever does not speak for the member. The same arrival twice is one.
 */
export async function signAttendance(ctx: Context, input: OwnArrival & { meetingId: string }): Promise<Arrival> {
  const acting = ctx.actor.actingFor.find(({ memberId }) => memberId === input.memberId)
  if (!acting) throw forbidden()
  const meeting = await ctx.db.meeting.findUnique({ where: { id: input.meetingId }, select: { roomCode: true } })
  if (!meeting) throw notFound()
  if (input.mode === 'IN_PERSON' && meeting.roomCode) {
    await countTry(CODE_TRIES, `${ctx.actor.accountId} ${input.meetingId}`)
    if (input.code !== meeting.roomCode) throw badField('code', 'Ce n’est pas le code affiché dans la salle.')
  }
  return transact(ctx.db, async (tx) =>
    arrive(tx, ctx, {
      meetingId: input.meetingId,
      memberId: input.memberId,
      mode: input.mode,
      method: input.mode === 'VIDEO' ? 'ONLINE' : 'PHONE',
      representative: acting.as === 'self' ? null : await ownTitle(tx, ctx, input.memberId),
      signature: signatureText(input),
    }),
  )
}

async function ownTitle(tx: Tx, ctx: Context, memberId: string): Promise<string> {
  const known = await currentRepresentatives(tx, [memberId], parisDate(ctx.now))
  const own = known.find(({ accountId }) => accountId === ctx.actor.accountId)
  if (!own) throw forbidden()
  if (own.ruling.outcome !== 'lawful')
    throw new Refusal('Votre mandat écrit n’est pas enregistré : présentez-le à l’accueil de la séance.', {
      reasons: own.ruling.reasons,
    })
  return own.words
}
