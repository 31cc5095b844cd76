import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { pool } from '~/platform/db.server'
import { liveSince } from '~/platform/session.server'
import type { Choice } from '../../choices'
import type { CastAnswer, CastRequest } from '../box'
import { batches } from './batches'
import { seal } from './seal.server'

/** The function holds the whole act, see its migration: one round trip, one commit, no transaction to keep open. */
const CAST = `select "receipt", "unmet", "secret" from cast_votes($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

type Vote = Omit<CastRequest, 'votes' | 'now' | 'confirmed'> & { memberId: string; choice: Choice; ms: number }
type Row = Pick<CastAnswer, 'receipt' | 'unmet'> & { secret: boolean | null }
type Answer = Omit<CastAnswer, 'memberId'>

/**
 * When a whole room presses in the same second, votes share round trips and commits; alone, each goes at once. Few
 * statements at a time leave connections to the pages.
 */
const castTogether = batches({ most: 40, atOnce: 4 }, castBatch)

/** Receives the votes of a press, each on its own: one that is refused does not touch the others. */
export async function castIntoBox({ votes, now, confirmed, ...press }: CastRequest): Promise<CastAnswer[]> {
  if (!confirmed && (await mayBeSecret(press.resolutionId)))
    return votes.map(({ memberId }) => ({ memberId, receipt: null, stands: null, again: false, unmet: 'unconfirmed' }))
  const ms = now.epochMilliseconds
  return Promise.all(
    votes.map(async ({ memberId, choice }) => {
      return { memberId, ...(await castTogether({ ...press, memberId, choice, ms })) }
    }),
  )
}

/** Sorted, so that two batches which hold the same votes never wait for each other in a circle; the sort keeps arrivals. */
async function castBatch(votes: readonly Vote[]): Promise<Answer[]> {
  const order = votes.map((_, index) => index).sort((one, other) => compare(votes[one], votes[other]))
  const sorted = order.flatMap((index) => votes[index] ?? [])
  const seals = sorted.map(sealed)
  const receipts = sorted.map(() => randomUUID())
  // two presses of one voter in the same statement: the later one stands
  const last = new Map(sorted.map((vote) => [keyOf(vote), vote.choice]))
  const now = Temporal.Instant.fromEpochMilliseconds(Math.max(...sorted.map(({ ms }) => ms)))
  const { rows } = await pool().query<Row>({
    name: 'cast-votes',
    text: CAST,
    values: [
      now.toString(),
      liveSince(now),
      sorted.map(({ sessionHash }) => sessionHash),
      sorted.map(({ meetingId }) => meetingId),
      sorted.map(({ resolutionId }) => resolutionId),
      sorted.map(({ memberId }) => memberId),
      sorted.map(({ choice }) => choice),
      receipts,
      seals.map((one) => one?.id ?? null),
      seals.map((one) => one?.box ?? null),
    ],
  })
  const answers: Answer[] = []
  order.forEach((index, rank) => {
    const row = rows[rank]
    if (!row) return
    const { receipt, unmet, secret } = row
    const stands = secret === false ? (last.get(keyOf(votes[index])) ?? null) : null
    answers[index] = { receipt, unmet, stands, again: receipt !== null && receipt !== receipts[rank] }
    if (secret === false) remember(votes[index]?.resolutionId)
  })
  return answers
}

const keyOf = (vote: Vote | undefined) => (vote ? vote.resolutionId + vote.memberId : '')
const compare = (one: Vote | undefined, other: Vote | undefined) =>
  keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0

/** Ballots under way that are known not to be secret; none becomes so once it is open. */
const notSecret = new Set<string>()

/** Sealed unless the ballot is known not to be secret: the function decides, and keeps one form of the vote. */
function sealed({ resolutionId, choice }: Vote) {
  if (notSecret.has(resolutionId)) return null
  const id = randomUUID()
  return { id, box: seal(resolutionId, id, choice) }
}

/** Asked of the database by the first presses of a ballot alone. */
async function mayBeSecret(resolutionId: string): Promise<boolean> {
  if (notSecret.has(resolutionId)) return false
  const { rows } = await pool().query<{ secret: boolean; state: string }>(
    `select "secret", "state" from "Resolution" where "id" = $1`,
    [resolutionId],
  )
  if (rows[0]?.secret === false && rows[0].state === 'OPEN') remember(resolutionId)
  return rows[0]?.secret === true
}

function remember(resolutionId: string | undefined): void {
  if (resolutionId === undefined) return
  if (notSecret.size > 1_000) notSecret.clear()
  notSecret.add(resolutionId)
}
