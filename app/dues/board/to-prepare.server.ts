import { statutesInForce } from '~/association/in-force.server'
import { addressees } from '~/letters/addressees.server'
import type { Tx } from '~/platform/db.server'
import { nextStep } from '~/statutes/dues-ladder'
import { rankOf, reminderStage } from '~/statutes/dues-ladder-stages'
import type { Reason } from '~/statutes/ruling'
import { ladderFacts, type LadderRow } from '../ladder/facts.server'
import { MOST_NOTICES } from '../ladder/prepare-notices.server'
import { heldBy, type HeldBy } from './held-by'
import { toSendAgain, UNDELIVERED } from '../ladder/undelivered.server'

export type NoticeReady = LadderRow & { label: string }
export type NoticeHeld = { id: string; label: string; why: string; reasons: Reason[]; by: HeldBy[] }

/**
 * 6.4-b: the dues whose registered letter may be prepared today, and those whose turn has come but that something holds
 * back, with what it is. The 200 that wait longest at most, in French order; those held by a mail that came back stand in the
 * list of what is to be posted.
 */
export async function noticesToPrepare(tx: Tx, today: string): Promise<{ ready: NoticeReady[]; held: NoticeHeld[] }> {
  const { statutes } = await statutesInForce(tx, today)
  const { reminders, daysBetweenReminders } = statutes.dues
  const lastRank = reminders === 0 ? rankOf('due') : rankOf(reminderStage(reminders))
  const found = await tx.$queryRaw<{ id: string; label: string }[]>`
    select t.id, t.label from (
      select d.id, m.label, m."sortName" from "Dues" d join "Member" m on m.id = d."memberId"
       where d."closedAs" is null and d."stageRank" >= ${lastRank} and d."stageRank" < ${rankOf('formal-notice')}
         and d."stageOn" <= ${today}::date - ${Math.max(0, daysBetweenReminders - 1)}::int
         and (m."leftOn" is null or m."leftOn" > ${today}::date)
         and not exists (select 1 from "RegisteredLetter" l where l.kind = 'dues-formal-notice' and l."subjectId" = d.id)
         and d.id not in (select s."duesId" from ${UNDELIVERED} where ${toSendAgain()})
       order by d."stageRank", d."stageOn", d.id limit ${MOST_NOTICES}) t
     order by t."sortName", t.id`
  const ids = found.map(({ id }) => id)
  const rows = new Map((await ladderFacts(tx, ids, today)).map((row) => [row.id, row]))
  const people = await addressees(
    tx,
    [...rows.values()].map(({ memberId }) => memberId),
    today,
  )
  const ready: NoticeReady[] = []
  const held: NoticeHeld[] = []
  for (const { id, label } of found) {
    const row = rows.get(id)
    const next = row && nextStep(statutes, row, today)
    if (!row || !next || next.over || next.stage !== 'formal-notice') continue
    if (next.earliest !== null && next.earliest > today) continue
    const { outcome, reasons } = next.ruling
    const by = heldBy(row.inSight, { stage: next.stage, on: today })
    if (outcome !== 'lawful') held.push({ id, label, why: reasons[0]?.sentence ?? '', reasons, by })
    else if (!people.get(row.memberId)?.postal)
      held.push({ id, label, why: 'L’adresse postale manque : complétez la fiche du membre.', reasons: [], by })
    else ready.push({ ...row, label })
  }
  return { ready, held }
}
