import type { ApplicationState } from '~/generated/prisma/enums'
import type { BadgeTone } from '~/ui/status-badge'

export const APPLICATION_STATES: Record<ApplicationState, { label: string; tone: BadgeTone }> = {
  SUBMITTED: { label: 'À examiner', tone: 'turn' },
  LISTED: { label: 'À l’ordre du jour', tone: 'neutral' },
  ACCEPTED: { label: 'Admis', tone: 'success' },
  REFUSED: { label: 'Non retenue', tone: 'neutral' },
  WITHDRAWN: { label: 'Retirée', tone: 'neutral' },
}

export const KIND_WORDS = { PERSON: 'Personne', BODY: 'Structure' } as const
