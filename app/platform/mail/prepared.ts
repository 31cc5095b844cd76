import type { ByLeaving, Leaving } from './leaving'

type Preparing = {
  /** « pour … » : the people whom the messages are for */
  to: string
  /** how many, when it is known and matters; else one */
  count?: number
}

const WAITS = {
  leaves: ['', ''],
  stays: [' ; il attend, aucun serveur d’envoi n’étant réglé', ' ; ils attendent, aucun serveur d’envoi n’étant réglé'],
  demo: [
    ' ; il se lit parmi les courriels de la démonstration',
    ' ; ils se lisent parmi les courriels de la démonstration',
  ],
} as const satisfies ByLeaving<readonly [one: string, many: string]>

/**
 * What an act does for those who must be told, and no more: a message is written. Whether a server takes it, and whether it is
 * read, is known later, on the page that follows it. « Un courriel est préparé pour le membre. »
 */
export function preparedSentence({ to, count = 1 }: Preparing, leaving: Leaving): string {
  if (count === 0) return `Aucun courriel n’est à préparer pour ${to}.`
  const [one, many] = WAITS[leaving]
  return count === 1
    ? `Un courriel est préparé pour ${to}${one}.`
    : `${count} courriels sont préparés pour ${to}${many}.`
}
