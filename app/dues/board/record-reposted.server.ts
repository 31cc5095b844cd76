import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { may } from '~/platform/permissions'
import { badField, forbidden, Refusal } from '~/platform/refusal'
import { v7 } from '~/platform/uuid.server'
import { plainDate } from '~/statutes/french'
import { scheduleNext } from '../ladder/schedule-next.server'
import { returnedMessages } from '../ladder/undelivered.server'
import { lockDuesRows } from '../ledger/lock-dues.server'
import { messageKey } from './courier.form'

/**
 * 6.4-b: calls and reminders whose mail did not arrive were posted on a day: the registered letter no longer waits for them,
 * and its delay runs from there. `messages` names them, see `messageKey`. Refused: not the treasurer (403), a day to come or
 * before the message itself (400), one that is not to be posted any more, as when it was recorded already or paid meanwhile
 * (409, all are refused). Returns how many were recorded.
 */
export async function recordReposted(ctx: Context, input: { messages: string[]; on: string }): Promise<number> {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  const { on } = input
  const asked = new Set(input.messages)
  const today = parisDate(ctx.now)
  if (on > today) throw badField('on', 'Ce jour n’est pas encore venu.')
  return transact(ctx.db, async (tx) => {
    const known = (await returnedMessages(tx, today)).filter((message) => asked.has(messageKey(message)))
    const duesIds = [...new Set(known.map(({ duesId }) => duesId))]
    await lockDuesRows(tx, duesIds)
    // looked at again once held: another hand may have recorded them
    const found = (await returnedMessages(tx, today)).filter((message) => asked.has(messageKey(message)))
    if (found.length === 0 || found.length < asked.size)
      throw new Refusal('Un de ces courriers n’est plus à poster : relisez la liste.')
    const early = found.find((message) => on < message.sentOn)
    if (early) throw badField('on', `Le message à ${early.label} date du ${plainDate(early.sentOn)}.`)
    await tx.duesRepost.createMany({
      data: found.map(({ duesId, stage, mailId }) => ({
        id: v7(ctx.now.epochMilliseconds),
        duesId,
        stage,
        on: dateColumn(on),
        at: dateFromInstant(ctx.now),
        recordedById: ctx.actor.accountId,
        failedMailId: mailId,
      })),
    })
    await scheduleNext(tx, ctx, duesIds)
    await journal(tx, ctx, {
      act: 'dues.reposted',
      subject: 'Dues',
      subjectId: duesIds.length === 1 ? duesIds[0] : undefined,
      details: { on, messages: found.map(({ duesId, stage }) => ({ duesId, stage })) },
    })
    return found.length
  })
}
