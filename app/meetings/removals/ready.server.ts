import { statutesInForce } from '~/association/in-force.server'
import { ladderFacts, type LadderRow } from '~/dues/ladder/facts.server'
import type { Tx } from '~/platform/db.server'
import { nextStep, oweEnoughYears } from '~/statutes/dues-ladder'
import { rankOf } from '~/statutes/dues-ladder-stages'

export type ReadyCase = LadderRow & { label: string }

/**
 * 6.4-b: the dues whose time to answer is over, still unpaid, that no meeting to come has on its agenda: put there, withdrawn
 * or without quorum, a case comes back here. In French order.
 */
export async function readyRemovals(tx: Tx, today: string): Promise<ReadyCase[]> {
  const found = await tx.$queryRaw<{ id: string; label: string }[]>`
    select d.id, m.label from "Dues" d join "Member" m on m.id = d."memberId"
     where d."stageRank" in (${rankOf('answer-over')}, ${rankOf('listed')}) and d."closedAs" is null
       and (m."leftOn" is null or m."leftOn" > ${today}::date)
       and not exists (
         select 1 from "Resolution" r join "Meeting" g on g.id = r."meetingId"
          where r.effect ->> 'kind' = 'remove-member' and r."duesId" = d.id
            and r.state in ('PENDING', 'ONLINE', 'OPEN') and g.state in ('DRAFT', 'CONVENED', 'OPEN'))
     order by m."sortName", d.id`
  const ids = found.map(({ id }) => id)
  const { statutes } = await statutesInForce(tx, today)
  const rows = await ladderFacts(tx, ids, today)
  const known = new Map(rows.map((row) => [row.id, row]))
  const older = (row: LadderRow) => rows.some((other) => other.memberId === row.memberId && other.year < row.year)
  return found.flatMap(({ id, label }): ReadyCase[] => {
    const row = known.get(id)
    if (!row || older(row) || !oweEnoughYears(statutes, row)) return []
    const next = nextStep(statutes, row, today)
    return !next.over && next.ruling.outcome === 'lawful' ? [{ ...row, label }] : []
  })
}
