import { statutesInForce } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { may } from '~/platform/permissions'
import { demandLawful, forbidden, Refusal } from '~/platform/refusal'
import { moneyReason, moneyThatHolds } from '~/statutes/dues-ladder-money'
import type { Stage } from '~/statutes/dues-ladder-stages'
import { incomplete } from '~/statutes/ruling'
import { v7 } from '~/platform/uuid.server'
import type { LadderRow } from '../ladder/facts.server'
import { queueCalls, queueReminders } from '../ladder/messages.server'
import { scheduleNext } from '../ladder/schedule-next.server'
import { returnedMessages, writtenOn } from '../ladder/undelivered.server'
import { duesWriter } from '../ladder/writer.server'
import { lockDuesRows } from '../ledger/lock-dues.server'
import { newAddress } from './new-address'
import { toWriteAgain } from './returned-to-write.server'
import type { ToWrite } from './to-write.server'

/**
 * 6.4-b: the call or the reminder whose mail did not arrive leaves again, to the address that the member has now, with the
 * sums of today. The step keeps its day, but the delay of what follows runs from today: a reminder counts from the day when
 * it could really be received. Should this mail fail too, it counts for nothing, and the message is to be sent again.
 * `mailId` is the mail that failed: pressed twice, it leaves once. Refused: not the treasurer (403), the same address or none, one that waits for a mail server,
 * money in sight that may pay it, a message already gone today (one a member and a day), paid or posted meanwhile (409).
 */
export async function resendReturned(ctx: Context, { mailId }: { mailId: string }): Promise<void> {
  if (!may(ctx.actor, 'dues.manage')) throw forbidden()
  const today = parisDate(ctx.now)
  await transact(ctx.db, async (tx) => {
    const [known] = await returnedMessages(tx, today, mailId)
    if (known) await lockDuesRows(tx, [known.duesId])
    // looked at again once held: another hand may have sent or posted it
    const [message] = await returnedMessages(tx, today, mailId)
    if (!message) return demandSentAgain(tx, mailId)
    if (message.waiting)
      throw new Refusal(
        'Aucun serveur de messagerie n’est réglé : un nouveau courriel ne partirait pas non plus. Postez le message.',
      )
    const { duesId, memberId, stage } = message
    const [again] = await toWriteAgain(tx, [message], today)
    const email = newAddress(message.address, again?.reader)
    if (!again || email === null)
      throw new Refusal(
        'L’adresse est toujours celle qui a échoué : corrigez la fiche du membre, ou postez le message.',
      )
    demandNoMoney(again.row, { stage, today })
    await demandQuiet(tx, memberId, today)
    const id = await queueAgain(tx, ctx, { again, email, today })
    await tx.duesRepost.create({
      data: {
        ...{ id: v7(ctx.now.epochMilliseconds), duesId, stage, on: dateColumn(today), at: dateFromInstant(ctx.now) },
        ...{ recordedById: ctx.actor.accountId, failedMailId: mailId, mailId: id },
      },
    })
    await scheduleNext(tx, ctx, [duesId])
    const details = { on: today, stage, failedMailId: mailId, mailId: id }
    await journal(tx, ctx, { act: 'dues.sent-again', subject: 'Dues', subjectId: duesId, details })
  })
}

/** Sent again already: nothing to do. Otherwise it was posted, paid, or its member left. */
async function demandSentAgain(tx: Tx, failedMailId: string): Promise<void> {
  const sent = await tx.duesRepost.findUnique({ where: { failedMailId }, select: { mailId: true } })
  if (!sent?.mailId) throw new Refusal('Ce message n’est plus à renvoyer : relisez la liste.')
}

function demandNoMoney({ inSight }: LadderRow, { stage, today }: { stage: Stage; today: string }) {
  const holding = moneyThatHolds(inSight, { stage, on: today })
  if (holding.length > 0) demandLawful(incomplete(['le rapprochement de l’argent reçu'], ...holding.map(moneyReason)))
}

async function demandQuiet(tx: Tx, memberId: string, today: string) {
  if ((await writtenOn(tx, [memberId], today)).has(memberId))
    throw new Refusal('Un message est déjà parti aujourd’hui à ce membre : renvoyez celui-ci demain.')
}

type Sending = { again: ToWrite; email: string; today: string }

async function queueAgain(tx: Tx, ctx: Context, { again, email, today }: Sending): Promise<string | undefined> {
  const { row, stage, reader, reached } = again
  const writer = await duesWriter(tx, today)
  const { statutes } = await statutesInForce(tx, today)
  const readers = [{ row, reader: { ...reader, email } }]
  const [id] =
    stage === 'called'
      ? await queueCalls(tx, writer, readers, ctx.now)
      : await queueReminders(
          tx,
          writer,
          readers,
          { statutes, stageOf: () => stage, reachedOf: () => reached ?? null, today },
          ctx.now,
        )
  return id
}
