import type { LateJoiners } from '~/generated/prisma/enums'

export const LATE_JOINERS = ['FULL', 'HALF_FROM_JULY', 'NEXT_YEAR'] as const satisfies LateJoiners[]

/** What is asked of who joins after the dues were opened, as people read it. */
export const LATE_JOINER_WORDS: Record<LateJoiners, string> = {
  FULL: 'La cotisation entière',
  HALF_FROM_JULY: 'La moitié à partir du 1er juillet',
  NEXT_YEAR: 'Rien avant l’année suivante',
}
