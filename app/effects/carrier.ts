import type { Meeting } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import type { CivilDate } from '~/statutes/civil-date'
import type { Organ } from '~/statutes/organs'
import type { Ruling } from '~/statutes/ruling'
import type { Statutes } from '~/statutes/schema'
import type { EffectKind, EffectOf, FileEffectKind } from './index'

export type Sitting = Pick<Meeting, 'id' | 'body' | 'date' | 'accountsOfYear' | 'statutesId'>

/** A resolution judged before its vote: `date` is the day of its meeting, `text` what is put to the vote. */
export type Foreseen = {
  tx: Db | Tx
  meeting: Sitting
  statutes: Statutes
  date: CivilDate
  annual: boolean
  text: string
  today: CivilDate
}

/** A resolution decided that day, in the transaction that decides it; `source` is how its effects name it. */
export type Decided = {
  tx: Tx
  ctx: Context
  meeting: Sitting
  statutes: Statutes
  annual: boolean
  resolutionId: string
  source: string
  date: CivilDate
  above: RoomsAbove
}

type Command<I> = (tx: Tx, ctx: Context, input: I) => Promise<unknown>
type CaseVote = { caseId: string; memberId: string; resolutionId: string; on: string }
type AppealVote = { caseId: string; resolutionId: string; on: string; source: string }
type RemovalVote = { duesId: string; organ: Organ; on: string; by: string; resolutionId: string }

/** What rooms that stand above meetings carry out; `app/effects.server.ts` says by which command. */
export type RoomsAbove = {
  changeCategory: Command<{ memberId: string; on: string; category: string; resolutionId: string }>
  exclude: Command<CaseVote>
  suspend: Command<CaseVote>
  withdrawFounder: Command<CaseVote>
  /** the sanction of a case was rejected */
  keepAsIs: Command<Omit<CaseVote, 'memberId'>>
  annulExclusion: Command<AppealVote & { memberId: string }>
  upholdExclusion: Command<AppealVote>
  remove: Command<RemovalVote & { memberId: string }>
  keepMember: Command<RemovalVote>
  admit: Command<{ applicationId: string; on: string; resolutionId: string }>
  refuse: Command<{ applicationId: string; on: string }>
}

/**
 * What an effect does, in the database. `foresee`: could adoption carry it out on the day of the meeting, as far as that is
 * known before? Looked at when it is written, when the meeting is convened, and once more by `adopt`, which refuses with
 * the article. `reject`: what a refusal by vote makes of the file. That the body is competent is asked before, for all.
 */
export type Carrier<K extends EffectKind> = {
  foresee: (judged: Foreseen, effect: EffectOf<K>) => Promise<Ruling>
  adopt: (decided: Decided, effect: EffectOf<K>) => Promise<unknown>
} & (K extends FileEffectKind ? { reject: (decided: Decided, effect: EffectOf<K>) => Promise<unknown> } : object)
