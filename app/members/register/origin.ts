/** Where a fact of the register comes from: nothing enters it on the word of one person alone. */
export type Origin =
  /** taken over while the association is being installed: free, and marked as such */
  | { kind: 'installation' }
  /** decided here: by the vote of a resolution, or by the President where the statutes let him (6.2-a) */
  | { kind: 'decision'; resolutionId: string | null }
  /** decided before or outside this software: proposed by an officer, signed by another */
  | { kind: 'reprise'; repriseId: string; reason: string }

/** The columns of a membership event that say it. */
export const originColumns = (origin: Origin) => ({
  resolutionId: origin.kind === 'decision' ? origin.resolutionId : null,
  repriseId: origin.kind === 'reprise' ? origin.repriseId : null,
  reason: origin.kind === 'reprise' ? origin.reason : null,
  takenOver: origin.kind !== 'decision',
})
