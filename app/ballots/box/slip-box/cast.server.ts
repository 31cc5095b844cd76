import { dateFromInstant } from '~/platform/dates'
import { randomUUID } from 'node:crypto'
import { pool } from '~/platform/db.server'
import type { CastAnswer, CastRequest } from '../box'
import { seal } from './seal.server'

/** The function holds the whole act, see the migration: one round trip, one commit, no transaction to keep open. */
const CAST = `select "memberId", "receipt", "unmet" from cast_votes($1, $2, $3, $4, $5, $6, $7, $8, $9)`

/**
 * Every choice is sealed, whether the ballot is secret or not: only the function knows, and it keeps one form of the vote.
 * Members are taken in the order of their ids, so that two requests for the same ones never wait for each other.
 */
export async function castIntoBox(request: CastRequest): Promise<CastAnswer[]> {
  const { sessionHash, meetingId, resolutionId, votes, now } = request
  const choices = new Map(votes.map(({ memberId, choice }) => [memberId, choice]))
  const asked = [...choices].sort(([one], [other]) => (one < other ? -1 : 1))
  const sealed = asked.map(([, choice]) => {
    const sealId = randomUUID()
    return { sealId, box: seal(resolutionId, sealId, choice) }
  })
  const { rows } = await pool().query<CastAnswer>({
    name: 'cast-votes',
    text: CAST,
    values: [
      sessionHash,
      dateFromInstant(now),
      meetingId,
      resolutionId,
      asked.map(([memberId]) => memberId),
      asked.map(([, choice]) => choice),
      asked.map(() => randomUUID()),
      sealed.map(({ sealId }) => sealId),
      sealed.map(({ box }) => box),
    ],
  })
  return rows
}
