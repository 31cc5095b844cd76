import type { Context } from '~/platform/context'
import type { BallotFact } from './ballot-news'
import { readOutcome } from './outcome'

/** Where each resolution of a meeting stands, in the order of their numbers: nothing of a ballot that is open. */
export async function ballotFacts({ db }: Pick<Context, 'db'>, meetingId: string): Promise<BallotFact[]> {
  const rows = await db.resolution.findMany({
    where: { meetingId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true, state: true, outcome: true },
  })
  return rows.map(({ outcome, ...row }) => ({ ...row, outcome: readOutcome(outcome) }))
}
