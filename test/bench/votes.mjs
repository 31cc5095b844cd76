import path from 'node:path'
import pg from 'pg'
import { median, round } from './figures.mjs'
import { ask, startServer } from './processes.mjs'

const ROUNDS_OVER_HTTP = 4

/** Votes a second: raw commits of the same rows, the command in a process, then the built server and its voters. */
export async function measureVotes({ folder, url, scene }) {
  const inside = await ask(path.join(folder, 'vote-in-process.mjs'), { DATABASE_URL: url }, scene)
  const [raw, votes, secret] = [inside.raw, inside.votes, inside.secret].map(median)
  const http = await overHttp(url, scene, inside.left)
  return {
    voters: scene.voters.length,
    rawCommitsPerSecond: raw,
    votesPerSecond: votes,
    secretVotesPerSecond: secret,
    inProcessRatio: round(votes / raw, 2),
    secretRatio: round(secret / raw, 2),
    http,
  }
}

async function overHttp(url, scene, resolutionIds) {
  const server = await startServer({ DATABASE_URL: url })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rounds = []
  try {
    for (const resolutionId of resolutionIds.slice(0, ROUNDS_OVER_HTTP)) {
      await client.query(`update "Resolution" set state = 'REJECTED' where "meetingId" = $1 and state = 'OPEN'`, [
        scene.meetingId,
      ])
      await client.query(`update "Resolution" set state = 'OPEN', mode = 'ELECTRONIC' where id = $1`, [resolutionId])
      const said = await ask(
        path.join(import.meta.dirname, 'http-voters.mjs'),
        {},
        { origin: server.origin, scene, resolutionId },
      )
      const { rows } = await client.query('select receipt from "Slip" where "resolutionId" = $1', [resolutionId])
      const kept = new Set(rows.map(({ receipt }) => receipt))
      const agree = kept.size === said.receipts.length && said.receipts.every((receipt) => kept.has(receipt))
      rounds.push({ ...said, receipts: said.receipts.length, ballots: kept.size, agree })
    }
  } finally {
    await client.end()
    await server.stop()
  }
  const [, ...warm] = rounds
  const best = [...warm].sort((one, other) => one.perSecond - other.perSecond)[Math.floor(warm.length / 2)]
  return {
    ...best,
    agree: rounds.every(({ agree }) => agree),
    rounds: warm.map(({ perSecond, p50, p95 }) => ({ perSecond, p50, p95 })),
  }
}
