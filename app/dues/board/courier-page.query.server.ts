import { addressees } from '~/letters/addressees.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact, type Tx } from '~/platform/db.server'
import { stageLabel, type Stage } from '~/statutes/dues-ladder-stages'
import { messageKey } from './courier.form'
import { ladderFacts } from '../ladder/facts.server'
import { returnedMessages, writtenOn } from '../ladder/undelivered.server'
import { heldBy } from './held-by'
import { newAddress } from './new-address'
import { noticesToPrepare } from './to-prepare.server'
import { dueByPost } from './to-write.server'

/**
 * What is to be printed: calls and reminders of members without a mail address, those whose mail did not arrive or waits for a
 * mail server that is not set, registered letters whose turn has come.
 */
export async function courierPage(ctx: Context) {
  const today = parisDate(ctx.now)
  return transact(ctx.db, async (tx) => {
    const { toWrite, held: messagesHeld } = await dueByPost(tx, today)
    const { ready, held } = await noticesToPrepare(tx, today)
    return {
      today,
      returned: await whatReturned(tx, today),
      toWrite: toWrite.map(({ row, stage, reader }) => ({
        id: row.id,
        label: reader.label,
        what: messageName(stage),
        year: row.year,
        owedCents: row.owedCents,
        address: reader.postal !== null,
        memberId: row.memberId,
      })),
      ready: ready.map(({ id, label, year, owedCents, last }) => ({
        id,
        label,
        year,
        owedCents,
        remindedOn: last?.on ?? null,
      })),
      held,
      messagesHeld: messagesHeld.map(({ id, label, stage, by }) => ({ id, label, what: messageName(stage), by })),
    }
  })
}

/** What did not arrive: who, what, at which address, and whether he can be written to otherwise. */
async function whatReturned(tx: Tx, today: string) {
  const messages = await returnedMessages(tx, today)
  const memberIds = messages.map(({ memberId }) => memberId)
  const readers = await addressees(tx, memberIds, today)
  const duesIds = messages.map(({ duesId }) => duesId)
  const facts = new Map((await ladderFacts(tx, duesIds, today)).map((row) => [row.id, row]))
  const written = await writtenOn(tx, memberIds, today)
  return messages.map(
    ({ duesId, memberId, mailId, stage, label, address, on, failedOn, refused, unanswered, waiting }) => ({
      ...{ memberId, mailId, label, address, on, failedOn, refused, unanswered, waiting },
      key: messageKey({ duesId, stage }),
      what: messageName(stage),
      postal: Boolean(readers.get(memberId)?.postal),
      newAddress: waiting ? null : newAddress(address, readers.get(memberId)),
      by: heldBy(facts.get(duesId)?.inSight ?? [], { stage, on: today }),
      writtenToday: written.has(memberId),
    }),
  )
}

const messageName = (stage: Stage) => (stage === 'called' ? 'Appel' : stageLabel(stage))

export type CourierPage = Awaited<ReturnType<typeof courierPage>>
