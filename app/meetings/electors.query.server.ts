import type { ElectorateStage, Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { electorate as figuresOf } from '~/statutes/voting-rights'
import { votesByHead } from '~/statutes/vote-weight'
import { categoryOf } from '~/statutes/schema'
import { frenchDate } from '~/ui/format'
import { electorate } from './electorate.server'

/** The rights frozen at one stage, ready to read and print: category, voices, dues, why somebody has no vote. */
export async function electorsPage(ctx: Context, meeting: Meeting, asked: ElectorateStage | null) {
  const [{ statutes }, convocation, opening] = await Promise.all([
    statutesVersion(ctx.db, meeting.statutesId),
    electorate(ctx.db, meeting.id, 'CONVOCATION'),
    electorate(ctx.db, meeting.id, 'OPENING'),
  ])
  const stage: ElectorateStage = opening.length > 0 && asked !== 'CONVOCATION' ? 'OPENING' : 'CONVOCATION'
  const electors = stage === 'OPENING' ? opening : convocation
  return {
    id: meeting.id,
    stage,
    stages: { convocation: convocation.length > 0, opening: opening.length > 0 },
    figures: figuresOf(electors),
    byHead: votesByHead(statutes, meeting.body),
    lines: electors.map((elector) => ({
      id: elector.id,
      label: elector.label,
      category: (categoryOf(statutes, elector.category)?.label ?? elector.category).replace(/'/g, '’'),
      voices: elector.voices,
      right: !elector.convened ? 'Non convoqué' : elector.mayVote ? 'Vote' : 'Assiste sans voter',
      quorum: elector.countsInQuorum,
      dues: elector.duesSettledOn
        ? `Réglée le ${frenchDate(elector.duesSettledOn)}`
        : elector.duesOk
          ? 'Rien de dû'
          : 'Non réglée',
      president: elector.president,
      reasons: elector.reasons,
    })),
  }
}

export type ElectorLine = Awaited<ReturnType<typeof electorsPage>>['lines'][number]
