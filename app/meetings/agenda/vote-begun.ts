import type { ResolutionState } from '~/generated/prisma/enums'

/** Whether the ballot on a resolution has been opened: that one, or the one of which it is the second turn. */
export const isVoteBegun = ({ state, repeatsId }: { state: ResolutionState; repeatsId: string | null }): boolean =>
  state !== 'PENDING' || repeatsId !== null
