import { noticeRule } from '~/statutes/notice'
import { plainDate } from '~/statutes/french'
import { reason, type Reason } from '~/statutes/ruling'
import type { BodyKey } from '~/statutes/schema'

/**
 * 13.2-a, 13.3-a, 8.3-a: the notice protects those who were members when the meeting was convened. Whoever becomes one afterwards is a
 * member at once, with all the rights of his category on the day: he is told without delay, and no notice runs again.
 */
export function lateNoticeReason(
  body: BodyKey,
  session: 1 | 2,
  { sentOn, joinedOn }: { sentOn: string; joinedOn: string },
): Reason {
  return reason(
    noticeRule(body, session),
    `Convoqué le ${plainDate(joinedOn)}, dès son entrée au registre, après l’envoi du ${plainDate(sentOn)}. Le délai de convocation protège qui était déjà membre : il ne court pas de nouveau.`,
    { sentOn, joinedOn },
  )
}
