export type ProxyAnsweredProps = {
  associationName: string
  name: string
  /** who reads: the one who gave the proxy, or the one who answered */
  role: 'giver' | 'holder'
  giver: string
  holder: string
  accepted: boolean
  /** who entered it at the desk: a signed paper, which the holder did not answer himself */
  notedBy?: string
  meeting: string
  when: string
  url: string
}

export const proxyAnsweredSubject = ({ accepted, meeting }: ProxyAnsweredProps): string =>
  `${meeting} : pouvoir ${accepted ? 'accepté' : 'refusé'}`
