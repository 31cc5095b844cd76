import { randomUUID } from 'node:crypto'
import { parisDate } from '~/platform/clock.server'
import { pool } from '~/platform/db.server'
import type { CastAnswer, CastRequest } from '../box'
import { CAST_STATEMENT } from './cast-statement'
import { seal } from './seal.server'

type Row = { memberId: string; receipt: string | null; signedIn: boolean; open: boolean; entitled: boolean }

/**
 * One round trip, no transaction to hold. Every choice is sealed, whether the ballot is secret or not: only the statement
 * knows, and it keeps one form of the vote. Members are taken in the order of their ids, so that two requests for the
 * same ones never wait for each other.
 */
export async function castIntoBox({
  sessionHash,
  meetingId,
  resolutionId,
  votes,
  now,
}: CastRequest): Promise<CastAnswer[]> {
  const choices = new Map(votes.map(({ memberId, choice }) => [memberId, choice]))
  const asked = [...choices].sort(([one], [other]) => (one < other ? -1 : 1))
  const sealIds = asked.map(() => randomUUID())
  const { rows } = await pool().query<Row>({
    name: 'cast-votes',
    text: CAST_STATEMENT,
    values: [
      sessionHash,
      new Date(now.epochMilliseconds),
      parisDate(now),
      resolutionId,
      meetingId,
      asked.map(([memberId]) => memberId),
      asked.map(([, choice]) => choice),
      asked.map(() => randomUUID()),
      sealIds,
      asked.map(([, choice], index) => seal(resolutionId, sealIds[index] ?? '', choice)),
    ],
  })
  return rows.map((row) => ({ memberId: row.memberId, receipt: row.receipt, unmet: unmet(row) }))
}

function unmet(row: Row): CastAnswer['unmet'] {
  if (row.receipt !== null) return null
  if (!row.signedIn) return 'signed-out'
  if (!row.open) return 'closed'
  return row.entitled ? 'taken' : 'no-right'
}
