import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { badField, Refusal } from '~/platform/refusal'
import { judgeOpening, type OpeningDemand } from '~/statutes/notice-reach'
import { list, plural } from '~/ui/format'
import { effectMember, filePart, readEffect } from '~/effects'
import { electorate } from '../electorate.server'
import { insertIncident } from '../incidents.server'
import { meetingReach, type ReachedPerson } from './reach.query.server'

type Asked = Pick<Meeting, 'id' | 'body' | 'session' | 'date' | 'statutesId'>

export type Reached = { asks: OpeningDemand; untold: string[] }

/** What the convocations ask of whoever opens the session now, and the names of those not told in time. */
export async function reachBeforeOpening(db: Db | Tx, meeting: Asked): Promise<Reached> {
  const { asks, people } = await judged(db, meeting, meeting.body === 'age')
  return { asks, untold: untoldNames(people) }
}

async function judged(db: Db | Tx, meeting: Asked, grave: boolean) {
  const [{ statutes }, rights, { people, lastDay }] = await Promise.all([
    statutesVersion(db, meeting.statutesId),
    electorate(db, meeting.id, 'CONVOCATION'),
    meetingReach(db, meeting),
  ])
  const session = meeting.session === 2 ? 2 : 1
  return { people, asks: judgeOpening({ statutes, body: meeting.body, session, rights, people, lastDay, grave }) }
}

const NAMED = 12

/** Those not told in time, the first by name. */
export function untoldNames(everybody: readonly ReachedPerson[]): string[] {
  const people = everybody.filter(({ reach }) => reach.state !== 'in-time')
  const more = people.length - NAMED
  const names = people.slice(0, NAMED).map(({ label }) => label)
  return more > 0 ? [...names, plural(more, 'autre', 'autres')] : names
}

const RISK =
  'Risque pris : une décision peut être annulée lorsqu’un membre n’a pas été convoqué à temps et que cela a pesé sur le vote.'

/**
 * 13.2-a, 13.3-a, 8.3-a: opens with everybody told in time, or with the written reason of the chair, kept with his name, the hour,
 * the share and the risk, for the minutes. Refuses an extraordinary assembly whose quorum those told could not make.
 */
export async function demandReached(
  tx: Tx,
  ctx: Context,
  { meeting, chair, why }: { meeting: Asked; chair: { name: string; quality: string }; why: string | undefined },
): Promise<void> {
  const { asks, untold } = await reachBeforeOpening(tx, meeting)
  if (asks.demand === 'nothing') return
  if (asks.demand === 'new-convocation') throw new Refusal(asks.reason.sentence, { reasons: [asks.reason] })
  if (!why) throw badField('untoldReason', 'Dites pourquoi la séance s’ouvre malgré cela : le procès-verbal le dira.')
  const text = `${chair.name} (${chair.quality}) ouvre la séance en sachant que tous n’ont pas été prévenus à temps. ${asks.reason.sentence} Ne l’ont pas été : ${list(untold)}. Motif donné : ${why} ${RISK}`
  await insertIncident(tx, ctx, { meetingId: meeting.id, kind: 'untold-members', text, rule: asks.reason.rule })
}

/**
 * 6.1-b, 6.4: why a vote on a member's place cannot be held: the member himself was not told in time and is neither there nor
 * represented, or those told could not make the quorum by themselves. Null: it can.
 */
export async function refusalOnPlace(
  db: Db | Tx,
  meeting: Asked,
  resolution: { effect?: unknown },
  here?: { present: ReadonlySet<string>; represented: ReadonlySet<string> },
): Promise<Refusal | null> {
  const effect = readEffect(resolution.effect)
  if (!filePart(effect.kind)?.touchesAPlace) return null
  const { asks, people } = await judged(db, meeting, true)
  if (asks.demand === 'nothing') return null
  const reasons = [asks.reason]
  if (asks.demand === 'new-convocation') return new Refusal(asks.reason.sentence, { reasons })
  const memberId = effectMember(effect)
  const concerned = people.find(({ id, reach }) => id === memberId && reach.state !== 'in-time')
  if (!concerned || here?.present.has(concerned.id) || here?.represented.has(concerned.id)) return null
  const sentence = `L’annonce de cette assemblée à ${concerned.label} n’est pas faite à temps, et ce membre n’y est pas : le vote sur sa place ne peut pas avoir lieu. Il se fait à une autre assemblée.`
  return new Refusal(sentence, { reasons })
}
