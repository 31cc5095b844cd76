import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { notFound, Refusal } from '~/platform/refusal'
import type { Reason } from '~/statutes/ruling'
import { enteredBy } from '../reprise-marks/entered-by'

const storedReasons = z.custom<Reason[]>((value) => Array.isArray(value))

/** The rights of one member as frozen at the opening. Refused, with his reasons, when he may not attend. */
export async function electorateEntry(tx: Tx, meetingId: string, memberId: string) {
  const entry = await tx.electorateEntry.findUnique({
    where: { meetingId_stage_memberId: { meetingId, stage: 'OPENING', memberId } },
  })
  if (!entry) throw notFound()
  const reasons = storedReasons.parse(entry.reasons).filter((each) => enteredBy(each) === null)
  if (!entry.attends) throw new Refusal(`${entry.label} n’a pas accès à cette séance.`, { reasons })
  return entry
}
