import { statutesInForce } from '~/association/in-force.server'
import { addressees, type Addressee } from '~/letters/addressees.server'
import type { Tx } from '~/platform/db.server'
import { isHeld, nextStep } from '~/statutes/dues-ladder'
import { reminderRank, type Stage } from '~/statutes/dues-ladder-stages'
import { heldBy, type HeldBy } from './held-by'
import { ladderFacts } from '../ladder/facts.server'
import { billed, type Billed } from '../ladder/messages.server'

/** More than one prints and posts in a day. */
export const MOST_TO_WRITE = 500

export type ToWrite = {
  row: Billed
  stage: Stage
  reader: Addressee
  /** the reminder after which one now stands, when it is not this one; null: past them all */
  reached?: number | null
}

/** A message whose day has come and that money in sight holds. */
export type MessageHeld = { id: string; label: string; stage: Stage; by: HeldBy[] }

/**
 * Messages of 6.4-b whose day has come, for members without a mail address: each is to be written by post, and counts once
 * it is marked as posted. 500 at most, the longest due first.
 */
export async function lettersToWrite(tx: Tx, today: string, duesIds: string[] | null = null): Promise<ToWrite[]> {
  return (await dueByPost(tx, today, duesIds)).toWrite
}

/** The same, with those that money in sight holds and what it is. */
export async function dueByPost(tx: Tx, today: string, duesIds: string[] | null = null) {
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
  const toWrite: ToWrite[] = []
  const held: MessageHeld[] = []
  for (const row of await billed(tx, await ladderFacts(tx, without, today))) {
    const next = nextStep(statutes, row, today)
    const reader = readers.get(row.memberId)
    if (next.over || next.by !== 'run' || !reader || !isMessage(next.stage)) continue
    if (next.ruling.outcome === 'lawful') toWrite.push({ row, stage: next.stage, reader })
    else if (isHeld(next))
      held.push({
        id: row.id,
        label: reader.label,
        stage: next.stage,
        by: heldBy(row.inSight, { stage: next.stage, on: today }),
      })
  }
  return { toWrite, held }
}

const isMessage = (stage: Stage) => stage === 'called' || reminderRank(stage) !== null
