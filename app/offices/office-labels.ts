/** Names of the offices of 8.1-a, as people read them. */
export const OFFICE_LABELS: Record<string, string> = {
  president: 'présidence',
  'vice-president': 'vice-présidence',
  secretary: 'secrétariat',
  'deputy-secretary': 'secrétariat adjoint',
  treasurer: 'trésorerie',
  'deputy-treasurer': 'trésorerie adjointe',
}
