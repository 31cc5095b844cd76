import type { Temporal } from 'temporal-polyfill'
import { plainCount } from './french'
import { lawful, reason, unlawful, type RuleId, type Ruling } from './ruling'
import type { BodyKey, Statutes } from './schema'

const rules: Record<BodyKey, RuleId> = { bureau: '8.3-a', ago: '13.2-d', age: '13.3-c' }

export interface RemoteVoteRuling {
  ruling: Ruling
  /** The association's own article that allows it; null: nothing does. */
  article: string | null
  mode: 'live' | 'window' | null
  hours: number | null
  countsInQuorum: boolean
}

/**
 * Voting from afar must be in the statutes, for each body: an article on one assembly does not cover another (Cass. 1re civ.,
 * 25 janvier 2017, n° 15-25.561). Silence: not allowed.
 */
export function remoteVote(statutes: Statutes, body: BodyKey): RemoteVoteRuling {
  const clause = statutes.bodies[body].remoteVote
  if (clause === null) {
    const sentence =
      'Les statuts sont muets sur le vote à distance pour cette instance : il n’est pas admis, même si une autre instance le connaît (Cass. 1re civ., 25 janvier 2017, n° 15-25.561).'
    return {
      ruling: unlawful(reason(rules[body], sentence)),
      article: null,
      mode: null,
      hours: null,
      countsInQuorum: false,
    }
  }
  const { article, mode, hours, countsInQuorum } = clause
  const how =
    mode === 'live'
      ? 'qui assiste en visioconférence vote pendant que le scrutin est ouvert'
      : `chaque résolution est ouverte en ligne pendant ${plainCount(hours ?? 0, 'heure')}, jusqu’à son vote en séance`
  const quorum = countsInQuorum ? 'compte comme présent' : 'ne compte pas dans le quorum'
  const sentence = `L’article ${article} admet le vote à distance : ${how} ; qui vote ainsi ${quorum}.`
  return {
    ruling: lawful(reason(rules[body], sentence, { hours: hours ?? null })),
    article,
    mode,
    hours: hours ?? null,
    countsInQuorum,
  }
}

/** When voting on line opens, for a session that starts at this instant; null where the statutes know no such window. */
export function onlineVoteOpensAt(
  statutes: Statutes,
  body: BodyKey,
  sessionStart: Temporal.Instant,
): Temporal.Instant | null {
  const { mode, hours } = remoteVote(statutes, body)
  return mode === 'window' && hours !== null ? sessionStart.subtract({ hours }) : null
}
