import { z } from 'zod'

/** What the address of the board asks for; a value that we do not know counts as absent. */
const schema = z.object({
  annee: z.coerce.number().int().min(1901).max(2999).nullable().catch(null),
  etape: z
    .enum(['', 'a-appeler', 'appelees', 'echues', 'rappels', 'lettre', 'delai', 'ordre-du-jour', 'decidees', 'reglees'])
    .catch(''),
  envoi: z.enum(['', 'non-distribues']).catch(''),
  q: z.string().trim().max(100).catch(''),
})

export type BoardFilters = z.output<typeof schema>
export type BoardStage = BoardFilters['etape']

export const readBoardFilters = (search: URLSearchParams): BoardFilters =>
  schema.parse({
    annee: search.get('annee'),
    etape: search.get('etape') ?? '',
    envoi: search.get('envoi') ?? '',
    q: search.get('q') ?? '',
  })

/** The filters as an address, with the key of a page added. */
export function boardAddress(filters: Partial<BoardFilters>, more: Record<string, string> = {}): string {
  const kept = Object.entries({ ...filters, ...more })
    .filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([key, value]): [string, string] => [key, String(value)])
  return kept.length === 0 ? '/cotisations' : `/cotisations?${new URLSearchParams(kept)}`
}

/** The groups of the board, in the order of 6.4-b. */
export const BOARD_STAGES: { value: Exclude<BoardStage, ''>; label: string }[] = [
  { value: 'reglees', label: 'Réglées' },
  { value: 'a-appeler', label: 'À appeler' },
  { value: 'appelees', label: 'Appelées, non échues' },
  { value: 'echues', label: 'Échues' },
  { value: 'rappels', label: 'Rappelées' },
  { value: 'lettre', label: 'Lettre recommandée envoyée' },
  { value: 'delai', label: 'Délai de réponse écoulé' },
  { value: 'ordre-du-jour', label: 'À l’ordre du jour' },
  { value: 'decidees', label: 'Closes sans règlement' },
]
