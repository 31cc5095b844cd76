import { addressees } from '~/letters/addressees.server'
import type { Tx } from '~/platform/db.server'
import { reminderRank } from '~/statutes/dues-ladder-stages'
import { ladderFacts } from '../ladder/facts.server'
import { billed } from '../ladder/messages.server'
import { returnedMessages, type Returned } from '../ladder/undelivered.server'
import type { ToWrite } from './to-write.server'

/** The messages whose mail did not arrive, as letters of today. */
export async function returnedToWrite(tx: Tx, today: string): Promise<ToWrite[]> {
  return toWriteAgain(tx, await returnedMessages(tx, today), today)
}

/** These messages as they are written again today: the step is the one that was taken, the sums are today's. */
export async function toWriteAgain(tx: Tx, messages: Returned[], today: string): Promise<ToWrite[]> {
  const ids = [...new Set(messages.map(({ duesId }) => duesId))]
  const memberIds = messages.map(({ memberId }) => memberId)
  const readers = await addressees(tx, memberIds, today)
  const rows = new Map((await billed(tx, await ladderFacts(tx, ids, today))).map((row) => [row.id, row]))
  return messages.flatMap(({ duesId, memberId, stage, before }): ToWrite[] => {
    const row = rows.get(duesId)
    const reader = readers.get(memberId)
    if (!row || !reader) return []
    const reached = row.last && reminderRank(row.last.stage)
    const last = before === null ? null : { stage, on: before }
    return [{ row: { ...row, last, lastAgainOn: null, acceptedOn: null }, stage, reader, reached }]
  })
}
