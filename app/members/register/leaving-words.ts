import type { LEAVING } from './fold-events'

/** How a membership ended, as files say it. */
export const LEAVING_WORDS: Record<(typeof LEAVING)[number], string> = {
  RESIGNED: 'démissionnaire',
  EXCLUDED: 'exclu',
  REMOVED: 'radié',
  DECEASED: 'décédé',
  DISSOLVED: 'dissous',
}
