import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '~/platform/db.server'
import type { Unit } from '~/statutes/schema'
import type { Choice, Totals } from '../choices'

/** Who presses: the secret of his session as stored (SHA-256), never his name. */
export type CastRequest = {
  sessionHash: string
  meetingId: string
  resolutionId: string
  votes: readonly { memberId: string; choice: Choice }[]
  /** the voter was shown these choices and confirmed them: without it a secret box takes nothing, for what it takes is final */
  confirmed: boolean
  now: Temporal.Instant
}

/**
 * One vote of a request. `receipt` is null where the box took nothing: `unmet` says which condition failed. `stands`: the
 * choice that the box then holds, null when it is secret; `again`: the same voter had voted before, and this press replaced it.
 */
export type CastAnswer = {
  memberId: string
  receipt: string | null
  stands: Choice | null
  again: boolean
  unmet: 'signed-out' | 'unconfirmed' | 'closed' | 'no-right' | 'taken' | null
}

/** A vote said aloud in an open ballot, written by the chair. */
export type RecordedVote = { resolutionId: string; memberId: string; choice: Choice; accountId: string }

/** A vote of an open ballot that was written by somebody who does not speak for the voter; never what it was. */
export type NotedVote = { resolutionId: string; member: string; by: string }

/**
 * A right that was used, and its receipt. `choice`: in an open ballot alone, null in a secret one. Outside `ballots` only the view
 * "UsedRight" is read, which says nothing of either.
 */
export type UsedRight = {
  resolutionId: string
  memberId: string
  voterId: string
  voices: number
  category: string
  /** from afar, before the session */
  online: boolean
  choice: Choice | null
  receipt: string | null
}
/** Of one ballot, of these members, or of whoever voted for somebody as one of these `voters`. */
export type UsedQuery = { resolutionId?: string; members?: readonly string[]; voters?: readonly string[] }

/** What is counted apart: heads or voices, of everybody (`among` null) or of one category. */
export type Space = { unit: Unit; among: string | null }

/** A ballot opened and counted. Heads and voices as they came out; `voters`: who used their right, never what for. */
export type Count = {
  totals: Record<Unit, Totals>
  byCategory: ReadonlyMap<string, Record<Unit, Totals>>
  voters: readonly { memberId: string; voterId: string; voices: number; category: string; choice: Choice | null }[]
}

/** Why a secret box cannot be counted: some seals do not open, or there are not as many seals as votes received. */
export type BoxFaults = { unreadable: string[]; sealed: number; cast: number }

/** What the box can show of one receipt after the closing, without showing the vote. */
export type Proof = { known: boolean; unit: Unit; cast: number; counted: number; whole: boolean }

/**
 * A ballot box. Meetings and minutes know nothing more of it, so that an encrypted verifiable one (Belenios) can take its
 * place: `open` before the first vote, `cast` once a press, `close` then `tally` in the transaction that decides, `prove`
 * at any later time.
 */
export interface BallotBox {
  /** Shows the box empty, or holding nothing but the votes already received on line. Throws when it is not. */
  open(tx: Tx, resolutionId: string): Promise<void>
  /** Receives votes: each is counted and has a receipt, or is not and says why. The same vote again has the same receipt. */
  cast(request: CastRequest): Promise<CastAnswer[]>
  /** Receives a vote written by the chair in an open ballot; null when it is not taken. */
  record(tx: Tx, vote: RecordedVote): Promise<{ receipt: string; voterId: string } | null>
  /** The rights that were used, in the order of their members. */
  used(db: Db | Tx, query: UsedQuery): Promise<UsedRight[]>
  /** The votes of open ballots that somebody else than the voter wrote. */
  noted(db: Db | Tx, meetingId: string): Promise<NotedVote[]>
  /** Shuts out voters until the transaction ends; false when the ballot is not open (any more). */
  close(tx: Tx, resolutionId: string): Promise<boolean>
  /** Counts a closed box, keeping on paper the `kept` spaces alone when the ballot is secret. Refused (409) when it has faults. */
  tally(tx: Tx, ballot: { resolutionId: string; secret: boolean; kept: readonly Space[] }): Promise<Count>
  /** What keeps an open secret box from being counted, null when nothing does. Says nothing of the choices. */
  faults(db: Db | Tx, resolutionId: string): Promise<BoxFaults | null>
  /** Destroys the votes of a ballot that will never be counted (withdrawn). */
  discard(tx: Tx, resolutionId: string): Promise<void>
  /** After the closing: leaves no trace of destroyed votes on the disk, as far as can be. Never fails. */
  sweep(db: Db): Promise<void>
  prove(db: Db | Tx, input: { resolutionId: string; receipt: string }): Promise<Proof>
}
