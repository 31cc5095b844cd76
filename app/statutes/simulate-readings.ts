import { reading, type Reading } from './reading'
import type { BodyKey, QuorumRequirement, Statutes } from './schema'
import { openSession, withOtherQuorum, type SimulatedSession } from './simulate-session'
import { votingRights } from './voting-rights'

/** The same meeting under another reading of the statutes. */
export interface OtherReading {
  session: SimulatedSession
  reading: Reading
}

function withBody(statutes: Statutes, key: BodyKey, change: Partial<Statutes['bodies']['age']>): Statutes {
  return { ...statutes, bodies: { ...statutes.bodies, [key]: { ...statutes.bodies[key], ...change } } }
}

const otherUnit = { members: 'voices', voices: 'members' } as const

/** « Quorum représentant … des membres »: heads or voices. A number of heads to be present leaves no doubt. */
function quorumUnits({ statutes, scenario }: SimulatedSession): { statutes: Statutes; reading: Reading }[] {
  const { body, session } = scenario.meeting
  const { quorum, secondSession } = statutes.bodies[body]
  const swap = (list: readonly QuorumRequirement[], at: number) =>
    list.map((one, index) => (index === at ? { ...one, of: otherUnit[one.of] } : one))
  const readings = (
    list: readonly QuorumRequirement[],
    path: string,
    apply: (changed: QuorumRequirement[]) => Statutes,
  ) =>
    list.flatMap((one, index) => {
      if (one.count !== undefined) return []
      const value = otherUnit[one.of]
      const sentence = `Compté ${value === 'voices' ? 'en voix et non par tête' : 'par tête et non en voix'}, le quorum donnerait un autre résultat.`
      return [
        { statutes: apply(swap(list, index)), reading: reading(`${path}[${index}].of`, value, 'unknown', sentence) },
      ]
    })
  const first = readings(quorum, `bodies.${body}.quorum`, (changed) => withBody(statutes, body, { quorum: changed }))
  if (session === 1 || !secondSession) return first
  const second = readings(secondSession.quorum, `bodies.${body}.secondSession.quorum`, (changed) =>
    withBody(statutes, body, { secondSession: { ...secondSession, quorum: changed } }),
  )
  return [...first, ...second]
}

/** Members behind on their dues: they vote until removed, or « à jour de cotisation » is a condition of the vote. */
function unpaidMembers(session: SimulatedSession): OtherReading[] {
  const { statutes, scenario, rights } = session
  const value = statutes.votingRight.unpaidDues === 'votes' ? 'attends' : 'votes'
  const sentence =
    value === 'votes'
      ? 'Si les membres en retard de cotisation votaient et comptaient, le résultat serait autre.'
      : 'Sans les membres en retard de cotisation, le résultat serait autre.'
  const changed = { ...statutes, votingRight: { ...statutes.votingRight, unpaidDues: value } as const }
  const other = votingRights(changed, scenario.members, scenario.meeting)
  // days before the meeting count under one reading alone: being paid up is looked at under both
  if (rights.every((right, at) => right.mayVote === other[at]?.mayVote)) return []
  return [
    { session: openSession(scenario, changed), reading: reading('votingRight.unpaidDues', value, 'unknown', sentence) },
  ]
}

/** The readings that need the whole meeting to be judged again: rights, proxies, quorum and votes. */
export function otherReadings(session: SimulatedSession): OtherReading[] {
  if (session.scenario.items.length === 0) return []
  const quorums = quorumUnits(session).map(({ statutes, reading: other }) => ({
    session: withOtherQuorum(session, statutes),
    reading: other,
  }))
  return [...quorums, ...unpaidMembers(session)]
}
