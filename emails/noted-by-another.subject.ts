export type NotedByAnotherProps = {
  associationName: string
  /** where the association is written to */
  contact: string
  name: string
  /** the member of whom something was noted */
  member: string
  act: 'arrival' | 'departure' | 'vote'
  /** « Vote « Contre » à la résolution 2, « Budget » » */
  noted: string
  by: string
  at: string
  meeting: string
  when: string
  url: string
}

const WORDS = { arrival: 'présence notée', departure: 'départ noté', vote: 'vote noté' } as const

export const notedByAnotherSubject = ({ meeting, act, member }: NotedByAnotherProps): string =>
  `${meeting} : ${WORDS[act]} pour ${member}`
