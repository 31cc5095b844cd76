export type ProxyHolderAnsweredProps = {
  associationName: string
  name: string
  holder: string
  /** he comes after all; else he said that he does not */
  coming: boolean
  meeting: string
  when: string
  url: string
}

export const proxyHolderAnsweredSubject = ({ meeting, holder, coming }: ProxyHolderAnsweredProps): string =>
  `${meeting} : ${holder} ${coming ? 'vient' : 'ne vient pas'}`
