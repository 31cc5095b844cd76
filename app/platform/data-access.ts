import { capital } from '~/statutes/french'

/** What was seen or taken, as the log of accesses names it. A kind is added here before it is recorded. */
export const ACCESS_KINDS = {
  sheet: 'fiche du membre',
  'member-history': 'historique du membre',
  register: 'registre des membres',
  export: 'export de la liste des membres',
  import: 'essai d’import',
  application: 'candidature',
  case: 'dossier d’exclusion',
  letter: 'lettre recommandée',
  letters: 'liste des lettres recommandées',
  dues: 'dossier de cotisation',
  'dues-export': 'export des cotisations',
  payments: 'paiements',
  receipt: 'reçu de cotisation',
  explanation: 'explications du membre',
} as const satisfies Record<string, string>

export type AccessKind = keyof typeof ACCESS_KINDS

export const ACCESS_CHOICES = Object.entries(ACCESS_KINDS).map(([value, label]) => ({ value, label }))

export const isAccessKind = (name: string): name is AccessKind => Object.hasOwn(ACCESS_KINDS, name)

/** The words of a kind, capital first; a kind that is no longer known tells its own name. */
export function accessLabel(kind: string): string {
  const label = isAccessKind(kind) ? ACCESS_KINDS[kind] : kind
  return capital(label)
}
