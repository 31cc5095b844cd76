type Appeal = { appealedOn: Date | null; appealOutcome: string | null }

/** Whether an appeal was lodged, was not withdrawn, and the assembly has not decided on it yet. */
export const isAppealPending = ({ appealedOn, appealOutcome }: Appeal): boolean =>
  appealedOn !== null && appealOutcome === null
