import type { MemberEventKind } from '~/generated/prisma/enums'
import { frenchDate } from '~/ui/format'

type Told = { kind: MemberEventKind; category: string | null; until: string | null; reason?: string | null }

/** Reason of the admission by which the assembly gives back the membership of whom it hears on appeal (6.4-a). */
export const EXCLUSION_ANNULLED = 'exclusion annulée par l’assemblée'

/** What happened to a membership, in words; `label` is that of the category concerned. */
export function eventSentence({ kind, until, reason }: Told, label: string): string {
  switch (kind) {
    case 'ADMITTED':
      return reason === EXCLUSION_ANNULLED ? `Exclusion annulée, de nouveau ${label}` : `Admission, ${label}`
    case 'CATEGORY_CHANGED':
      return `Devient ${label}`
    case 'SUSPENDED':
      return until ? `Suspension jusqu’au ${frenchDate(until)} inclus` : 'Suspension'
    case 'REINSTATED':
      return 'Fin de la suspension'
    case 'RESIGNED':
      return 'Démission'
    case 'EXCLUDED':
      return 'Exclusion'
    case 'REMOVED':
      return 'Radiation'
    case 'DECEASED':
      return 'Décès'
    case 'DISSOLVED':
      return 'Dissolution ou liquidation'
  }
}
