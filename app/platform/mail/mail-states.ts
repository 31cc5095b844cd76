import type { BadgeTone } from '~/ui/status-badge'

/** What became of a message, in words. */
export const MAIL_STATES: Record<string, { label: string; tone: BadgeTone }> = {
  QUEUED: { label: 'en attente d’envoi', tone: 'neutral' },
  ACCEPTED: { label: 'accepté par le serveur', tone: 'success' },
  REFUSED: { label: 'non accepté', tone: 'refusal' },
  UNANSWERED: { label: 'sans réponse du serveur, peut-être arrivé', tone: 'turn' },
  BOUNCED: { label: 'revenu non remis', tone: 'refusal' },
}
