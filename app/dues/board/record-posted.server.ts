import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { badField, forbidden, Refusal } from '~/platform/refusal'
import { takeSteps } from '../ladder/take-steps.server'
import { dueByPost } from './to-write.server'

/**
 * 6.4-b: letters posted to members without a mail address: each is the step of its day, as a mail would have been. One a
 * member: his other dues wait for tomorrow. Refused: not the treasurer (403), a day to come (400), one whose turn has not come
 * or that was paid meanwhile (409, all are refused). Returns how many were recorded.
 */
export async function recordPosted(ctx: Context, input: { duesIds: string[]; on: string }): Promise<number> {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  const today = parisDate(ctx.now)
  if (input.on > today) throw badField('on', 'Ce jour n’est pas encore venu.')
  if (input.duesIds.length === 0) throw badField('duesIds', 'Cochez au moins un courrier.')
  return transact(ctx.db, async (tx) => {
    const { toWrite: found, held } = await dueByPost(tx, today, input.duesIds)
    const [first] = held
    if (first) throw new Refusal(`${first.label} : ${first.by.map(({ why }) => why).join(' ')}`)
    if (found.length < new Set(input.duesIds).size)
      throw new Refusal('Un de ces courriers n’est plus à poster : relisez la liste.')
    const members = new Set<string>()
    const steps = found.flatMap(({ row, stage }) => {
      if (members.has(row.memberId)) return []
      members.add(row.memberId)
      return [{ duesId: row.id, stage, on: input.on, message: true }]
    })
    const written = await tx.duesStep.findFirst({
      where: { message: true, on: dateColumn(input.on), memberId: { in: [...members] } },
      select: { id: true },
    })
    if (written) throw new Refusal('Un message est déjà parti ce jour-là à l’un de ces membres.')
    await takeSteps(tx, ctx, steps)
    return steps.length
  })
}
