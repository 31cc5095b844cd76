import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { badField, demandLawful, notFound } from '~/platform/refusal'
import { parisDate } from '~/platform/clock.server'
import { frenchDate } from '~/ui/format'
import { OTHER, type DeskArrival } from './arrival.form'
import { arrive, type Arrival } from './arrive.server'
import { currentRepresentatives } from './representatives.server'
import { demandDesk } from './rights.server'
import { signatureText } from './signature'

/**
 * The desk records who comes into the room: one signature, the person named for a legal person (6.2-d). Refused without the power
 * `session.desk`. The same arrival twice is one.
 */
export async function recordArrival(ctx: Context, input: DeskArrival & { meetingId: string }): Promise<Arrival> {
  const meeting = await ctx.db.meeting.findUnique({
    where: { id: input.meetingId },
    select: { chairMemberId: true, secretaryId: true },
  })
  if (!meeting) throw notFound()
  demandDesk(ctx.actor, meeting)
  return transact(ctx.db, async (tx) => {
    const representative = await whoCame(tx, ctx, input)
    const { meetingId, memberId } = input
    return arrive(tx, ctx, {
      meetingId,
      memberId,
      mode: 'IN_PERSON',
      method: 'DESK',
      representative,
      signature: signatureText(input),
    })
  })
}

/** « Claire Direction, directrice, représentation légale »; null for a natural person, who comes in person. */
async function whoCame(tx: Tx, ctx: Context, input: DeskArrival): Promise<string | null> {
  const member = await tx.member.findUnique({ where: { id: input.memberId }, select: { kind: true } })
  if (!member) throw notFound()
  if (member.kind === 'PERSON') return null
  if (input.representative === OTHER)
    return `${input.otherName}, ${input.otherQuality}, par mandat écrit présenté le ${frenchDate(parisDate(ctx.now))}`
  const known = await currentRepresentatives(tx, [input.memberId], parisDate(ctx.now))
  const chosen = known.find(({ id }) => id === input.representative)
  if (!chosen) throw badField('representative', 'Choisissez la personne qui représente ce membre.')
  demandLawful(chosen.ruling)
  return chosen.words
}
