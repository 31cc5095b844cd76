export type VotingRightChangedProps = {
  associationName: string
  /** who reads */
  name: string
  /** the legal person for which he reads, or null */
  forBody: string | null
  /** he votes from now on; else he votes no more */
  votes: boolean
  /** why he has no vote, in one sentence; null when he votes */
  why: string | null
  meeting: string
  when: string
  url: string
}

export const votingRightChangedSubject = ({ meeting, votes }: VotingRightChangedProps): string =>
  `${meeting} : ${votes ? 'vous avez le droit de vote' : 'vous n’avez plus le droit de vote'}`
