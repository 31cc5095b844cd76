import type { Prisma } from '~/generated/prisma/client'
import type { Db, Tx } from '~/platform/db.server'
import { ballotBox } from './box/ballot-box.server'
import { CHOICE_WORDS } from './choices'
import { manualCountSchema } from './manual-count'
import { readOutcome, type Outcome } from './outcome'
import { readQuorum, type StoredQuorum } from './stored-quorum'

/** A resolution as it stands or as it was decided: for pages, the projector, the minutes. Nothing in it comes from a running tally. */
export type OutcomeView = {
  id: string
  number: number
  title: string
  text: string
  kind: 'RESOLUTION' | 'UNANIMITY'
  secret: boolean
  mode: 'ELECTRONIC' | 'HANDS' | 'PAPER' | null
  state: 'PENDING' | 'ONLINE' | 'OPEN' | 'ADOPTED' | 'REJECTED' | 'INVALID' | 'WITHDRAWN'
  openedAt: string | null
  closedAt: string | null
  /** as judged when the ballot was opened */
  quorum: StoredQuorum | null
  outcome: Outcome | null
  tellers: readonly [string, string] | null
  /** votes by name: of a unanimity alone, which is a roll-call (4.36) */
  roll: { label: string; choice: string; voter: string | null }[] | null
  /** number of the new ballot of a secret tie, or of the one that this repeats */
  repeatedAs: number | null
  repeats: number | null
}

const fields = {
  id: true,
  number: true,
  title: true,
  text: true,
  kind: true,
  secret: true,
  mode: true,
  state: true,
  openedAt: true,
  closedAt: true,
  quorum: true,
  outcome: true,
  manualCount: true,
  meetingId: true,
  repeat: { select: { number: true } },
  repeats: { select: { number: true } },
} satisfies Prisma.ResolutionSelect

type Row = Prisma.ResolutionGetPayload<{ select: typeof fields }>

/** One resolution and its outcome. Throws when it does not exist. */
export async function outcomeView(db: Db | Tx, resolutionId: string): Promise<OutcomeView> {
  const row = await db.resolution.findUniqueOrThrow({ where: { id: resolutionId }, select: fields })
  return view(row, await rollOf(db, row))
}

/** Every resolution of a meeting, in the order of their numbers. */
export async function outcomeViews(db: Db | Tx, meetingId: string): Promise<OutcomeView[]> {
  const rows = await db.resolution.findMany({ where: { meetingId }, orderBy: { number: 'asc' }, select: fields })
  return Promise.all(rows.map(async (row) => view(row, await rollOf(db, row))))
}

function view(row: Row, roll: OutcomeView['roll']): OutcomeView {
  const manual = manualCountSchema.nullable().parse(row.manualCount ?? null)
  const { id, number, title, text, kind, secret, mode, state } = row
  return {
    id,
    number,
    title,
    text,
    kind,
    secret,
    mode,
    state,
    roll,
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    quorum: readQuorum(row.quorum),
    outcome: readOutcome(row.outcome),
    tellers: manual?.tellers ?? null,
    repeatedAs: row.repeat?.number ?? null,
    repeats: row.repeats?.number ?? null,
  }
}

async function rollOf(db: Db | Tx, row: Row): Promise<OutcomeView['roll']> {
  if (row.kind !== 'UNANIMITY' || row.secret || (row.state !== 'ADOPTED' && row.state !== 'REJECTED')) return null
  const slips = await ballotBox.used(db, { resolutionId: row.id })
  const electors = await db.electorateEntry.findMany({
    where: {
      meetingId: row.meetingId,
      stage: 'OPENING',
      memberId: { in: slips.flatMap(({ memberId, voterId }) => [memberId, voterId]) },
    },
    orderBy: { position: 'asc' },
    select: { memberId: true, label: true },
  })
  const labels = new Map(electors.map(({ memberId, label }) => [memberId, label]))
  return electors.flatMap(({ memberId, label }) => {
    const slip = slips.find((each) => each.memberId === memberId)
    if (!slip?.choice) return []
    return [
      {
        label,
        choice: CHOICE_WORDS[slip.choice],
        voter: slip.voterId === memberId ? null : (labels.get(slip.voterId) ?? null),
      },
    ]
  })
}
