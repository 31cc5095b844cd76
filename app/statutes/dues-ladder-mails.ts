import { later, type CivilDate } from './civil-date'
import type { Stage } from './dues-ladder-stages'
import { plainCount } from './french'
import { reason, type Reason } from './ruling'

/** What is known of the mails of one procedure that have not left, and of those that did. */
export interface MailFacts {
  /** calls and reminders that no server has taken yet, nor refused, and that nobody has posted since */
  waitingMails: number
  /** a mail server is set, that may still take them */
  mailServer: boolean
  /** messages of the box of returns that answer one of them and that nobody has read yet */
  unread: number
  /** the latest day on which a server accepted one of them */
  acceptedOn: CivilDate | null
}

/** What was decided is told, and the member may always be kept; the removal itself is held by `judgeRemoval`. */
const FREE: ReadonlySet<Stage> = new Set(['called', 'removed', 'kept', 'notified'])

/** 6.4-b: whether a message that has not left holds this step: who was not written to was not reminded. */
export const mailHolds = (stage: Stage, { waitingMails }: MailFacts): boolean => waitingMails > 0 && !FREE.has(stage)

/** 6.4-b: whether an answer that nobody has read holds this step: what it answers may not have arrived. */
export const answersHold = (stage: Stage, { unread }: MailFacts): boolean => unread > 0 && !FREE.has(stage)

export function unreadReason({ unread }: MailFacts): Reason {
  const said = `La boîte des retours a reçu ${plainCount(unread, 'réponse')} à lire, sur un courriel de cette procédure : d’ici là, on ne sait pas s’il est arrivé.`
  return reason('6.4-b', said, { unread })
}

/** How many messages have not left, and why. */
export function waitingReason({ waitingMails, mailServer }: MailFacts): Reason {
  const many = waitingMails > 1
  const messages = `${plainCount(waitingMails, 'courriel')} de cette procédure ${many ? 'ne sont pas encore partis' : 'n’est pas encore parti'}`
  const said = mailServer
    ? `${messages} : le serveur de messagerie ne ${many ? 'les a' : 'l’a'} pas encore pris. La procédure attend qu’il le fasse.`
    : `${messages} : aucun serveur de messagerie n’est réglé. La procédure attend ${many ? 'qu’ils soient postés' : 'qu’il soit posté'}, et reprend de ce jour.`
  return reason('6.4-b', said, { waitingMails })
}

/** The latest of these days; null when there is none. */
export function latestDay(...days: readonly (CivilDate | null)[]): CivilDate | null {
  return days.reduce((best, day) => (best === null || day === null ? (best ?? day) : later(best, day)), null)
}
