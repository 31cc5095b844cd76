import type { ActShown } from '~/ui/verify-act'
import type { ApplicationSheet } from './application-sheet.query.server'

type Asked = { intent: 'withdraw' } | { intent: 'decide'; outcome: 'admit' | 'refuse' }

/** What ends an application, read once more. */
export function applicationActShown({ id, label }: Pick<ApplicationSheet, 'id' | 'label'>, asked: Asked): ActShown {
  const common = { tone: 'danger' as const, back: `/candidatures/${id}` }
  if (asked.intent === 'withdraw')
    return {
      ...common,
      title: `retirer la candidature, ${label}`,
      facts: ['À la demande de cette personne seulement.', 'Ses données sont effacées trois mois après.'],
      act: 'Retirer définitivement cette candidature',
      pending: 'Retrait en cours',
      consequence: 'Un retrait ne se reprend pas : il faudrait une nouvelle demande.',
    }
  const accepted = asked.outcome === 'admit'
  return {
    ...common,
    title: `votre réponse, ${label}`,
    facts: [accepted ? 'Admission : cette personne entre au registre aujourd’hui.' : 'Candidature non retenue.'],
    act: accepted ? 'Admettre' : 'Ne pas retenir cette candidature',
    pending: 'Réponse en cours',
    consequence: 'La réponse ne se reprend pas, et un courriel est préparé pour cette personne.',
  }
}
