/** Names of the offices of 8.1-a, as people read them; alike for women and men. */
export const OFFICE_LABELS: Record<string, string> = {
  president: 'présidence',
  'vice-president': 'vice-présidence',
  secretary: 'secrétariat',
  'deputy-secretary': 'secrétariat adjoint',
  treasurer: 'trésorerie',
  'deputy-treasurer': 'trésorerie adjointe',
}

/** The name of an office of any statutes: its own key when it is not one of the model. */
export const officeLabel = (office: string): string => OFFICE_LABELS[office] ?? office

/** Rank of an office: as the statutes of the model list them, others after. */
export function officeRank(office: string): number {
  const rank = Object.keys(OFFICE_LABELS).indexOf(office)
  return rank < 0 ? Infinity : rank
}
