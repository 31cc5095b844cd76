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
import { tellNoted } from './tell-noted.server'

/**
 * The desk records who comes into the room: one signature, the person named for a legal person (6.2-d). Refused without the power
 * `session.desk`. The same arrival twice is one. The member gets a mail, unless he noted it himself.
 */
export async function recordArrival(ctx: Context, input: DeskArrival & { meetingId: string }): Promise<Arrival> {
  const meeting = await ctx.db.meeting.findUnique({
    where: { id: input.meetingId },
  })
  if (!meeting) throw notFound()
  demandDesk(ctx.actor, meeting)
  return transact(ctx.db, async (tx) => {
    const representative = await whoCame(tx, ctx, input)
    const { meetingId, memberId } = input
    const arrival = await arrive(tx, ctx, {
      meetingId,
      memberId,
      mode: 'IN_PERSON',
      method: 'DESK',
      representative,
      signature: signatureText(input),
    })
    if (!arrival.already)
      await tellNoted(tx, ctx, { meeting, memberId, act: 'arrival', noted: 'Présence en séance', readers: [memberId] })
    return arrival
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
