import { closeSession } from '~/meetings/session/close-session.server'
import { declareNoQuorum } from '~/ballots/declare-no-quorum.server'
import { declareOpening } from '~/meetings/session/declare-opening.server'
import { openSession } from '~/meetings/session/open-session.server'
import { instantOf } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { coordinator, officer, type SeedContext } from './actors'
import { arrive, membersNamed } from './attendance'

type Sitting = { meetingId: string; date: string; time: string; present: string[] }

async function gather(db: Db, { meetingId, date, time, present }: Sitting): Promise<SeedContext> {
  const start = instantOf(date, time)
  const secretary = await officer(db, 'secretary', start)
  const before = start.subtract({ minutes: 15 })
  await openSession(await officer(db, 'president', before), { meetingId, secretary: secretary.actor.accountId })
  await arrive(await coordinator(db, before), meetingId, await membersNamed(db, present))
  return officer(db, 'president', start)
}

/** They come, the quorum is there, the points are taken one after the other, the chair closes. */
export async function sit(db: Db, sitting: Sitting, votes: ((chair: SeedContext) => Promise<void>)[]): Promise<void> {
  const chair = await gather(db, sitting)
  const at = (minutes: number): SeedContext => ({ ...chair, now: chair.now.add({ minutes }) })
  await declareOpening(at(4), sitting)
  for (const [index, take] of votes.entries()) await take(at(18 + index * 14))
  await closeSession(at(30 + votes.length * 14), sitting)
}

/** They come, too few: nothing is voted. */
export async function missQuorum(db: Db, sitting: Sitting): Promise<void> {
  const chair = await gather(db, sitting)
  await declareNoQuorum({ ...chair, now: chair.now.add({ minutes: 30 }) }, sitting)
}
