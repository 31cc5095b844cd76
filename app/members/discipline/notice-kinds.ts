/** Kinds of the registered letters of a case: the one that opens the defence, the one that notifies the decision. */
export const NOTICE_KINDS = {
  EXCLUSION: 'exclusion-notice',
  SUSPENSION: 'suspension-notice',
  FOUNDER_LOSS: 'founder-loss-notice',
} as const
export const DECISION_KINDS = {
  EXCLUSION: 'exclusion-decision',
  SUSPENSION: 'suspension-decision',
  FOUNDER_LOSS: 'founder-loss-decision',
} as const
/** Those that end an appeal: what the assembly decided, or that it was withdrawn. */
export const APPEAL_KINDS = ['appeal-decision', 'appeal-withdrawal'] as const
