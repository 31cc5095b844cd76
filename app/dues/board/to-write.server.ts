import { statutesInForce } from '~/association/in-force.server'
import { addressees, type Addressee } from '~/members/letters/addressees.server'
import type { Tx } from '~/platform/db.server'
import { nextStep } from '~/statutes/dues-ladder'
import { reminderRank, type Stage } from '~/statutes/dues-ladder-stages'
import { ladderFacts } from '../ladder/facts.server'
import { billed, type Billed } from '../ladder/messages.server'
import { paymentUnderWay } from '../ladder/under-way.server'

/** More than one prints and posts in a day. */
export const MOST_TO_WRITE = 500

export type ToWrite = {
  row: Billed
  stage: Stage
  reader: Addressee
  /** the reminder after which one now stands, when it is not this one; null: past them all */
  reached?: number | null
}

/**
 * Messages of 6.4-b whose day has come, for members without a mail address: each is to be written by post, and counts once
 * it is marked as posted. 500 at most, the longest due first.
 */
export async function lettersToWrite(tx: Tx, today: string, duesIds: string[] | null = null): Promise<ToWrite[]> {
  const found = await tx.$queryRaw<{ id: string; memberId: string }[]>`
    select d.id, d."memberId" from "Dues" d
      join "Member" m on m.id = d."memberId" and (m."leftOn" is null or m."leftOn" > ${today}::date)
     where d."closedAs" is null and d."nextOn" <= ${today}::date and (m.kind = 'BODY' or m.email is null)
       and (${duesIds}::uuid[] is null or d.id = any(${duesIds}::uuid[]))
     order by d."nextOn", d.id limit ${MOST_TO_WRITE}`
  const readers = await addressees(
    tx,
    found.map(({ memberId }) => memberId),
    today,
  )
  const without = found.filter(({ memberId }) => !readers.get(memberId)?.email).map(({ id }) => id)
  const { statutes } = await statutesInForce(tx, today)
  const underWay = await paymentUnderWay(tx, without)
  const rows = await billed(tx, await ladderFacts(tx, without, today))
  return rows.flatMap((row): ToWrite[] => {
    const next = nextStep(statutes, row, today)
    const reader = readers.get(row.memberId)
    if (next.over || next.ruling.outcome !== 'lawful' || next.by !== 'run' || !reader || underWay.has(row.id)) return []
    const message = next.stage === 'called' || reminderRank(next.stage) !== null
    return message ? [{ row, stage: next.stage, reader }] : []
  })
}
