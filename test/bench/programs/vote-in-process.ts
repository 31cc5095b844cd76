import { castVotes } from '~/ballots/cast-votes.server'
import { currentInstant } from '~/platform/clock.server'
import { db, disconnect, pool } from '~/platform/db.server'
import { sha256 } from '~/platform/secrets.server'
import { answer, handed } from './handed'
import { openRound, type Scene } from './scene'

const AT_ONCE = 50
const scene = await handed<Scene>()

/** The same row written by one plain statement: what a commit costs here. */
async function insertRaw(resolutionId: string, memberId: string) {
  await pool().query({
    name: 'raw-slip',
    text: `insert into "Slip" ("resolutionId", "memberId", "voterId", voices, category, "cast", choice, "castById", receipt)
           values ($1, $2, $2, 1, 'active', true, 'FOR', $2, gen_random_uuid())`,
    values: [resolutionId, memberId],
  })
}

async function cast(resolutionId: string, { memberId, token }: Scene['voters'][number]) {
  const ctx = { db: db(), now: currentInstant(), sessionHash: sha256(token) }
  const [result] = await castVotes(ctx, {
    meetingId: scene.meetingId,
    resolutionId,
    votes: [{ memberId, choice: 'FOR' }],
    confirmed: true,
  })
  if (result?.outcome !== 'counted') throw new Error('a vote was refused')
}

/** Operations a second, fifty at once. */
async function rate(work: (voter: Scene['voters'][number]) => Promise<void>): Promise<number> {
  const waiting = [...scene.voters]
  const began = performance.now()
  const worker = async () => {
    for (let voter = waiting.pop(); voter; voter = waiting.pop()) await work(voter)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return Math.round((scene.voters.length / (performance.now() - began)) * 1000)
}

const rounds = { raw: [] as number[], votes: [] as number[], secret: [] as number[] }
const ids = [...scene.resolutionIds]
const next = async (secret: boolean) => {
  const id = ids.shift() ?? ''
  await openRound(db(), scene.meetingId, id, secret)
  return id
}
// in turn, so that a noisy neighbour troubles each alike; the first of each warms up and is left out
for (let round = 0; round < 4; round += 1) {
  const raw = await next(false)
  rounds.raw.push(await rate(({ memberId }) => insertRaw(raw, memberId)))
  const open = await next(false)
  rounds.votes.push(await rate((voter) => cast(open, voter)))
  const secret = await next(true)
  rounds.secret.push(await rate((voter) => cast(secret, voter)))
}
const slips = await db().slip.count()
if (slips !== scene.voters.length * 12) throw new Error(`${slips} slips`)
answer({ raw: rounds.raw.slice(1), votes: rounds.votes.slice(1), secret: rounds.secret.slice(1), left: ids })
await disconnect()
