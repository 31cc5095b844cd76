import { remoteVote } from '~/statutes/remote-vote'
import { reason, unlawful, type Ruling } from '~/statutes/ruling'
import type { BodyKey, Statutes } from '~/statutes/schema'

/** Attending by video is presence only where an article lets those who do vote in session (remoteVote `live`). */
export function judgeVideo(statutes: Statutes, body: BodyKey): Ruling {
  const { ruling, mode, article } = remoteVote(statutes, body)
  if (mode !== 'window') return ruling
  const rule = ruling.reasons[0]?.rule ?? '13.1-a'
  return unlawful(
    reason(
      rule,
      `L’article ${article} admet le vote en ligne avant la séance, pas la participation à distance pendant la séance.`,
    ),
  )
}

export const videoAllowed = (statutes: Statutes, body: BodyKey): boolean =>
  judgeVideo(statutes, body).outcome === 'lawful'
