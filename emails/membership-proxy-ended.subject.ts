export type MembershipProxyEndedProps = {
  associationName: string
  name: string
  /** who reads: the one who gave the proxy, or the one who held it */
  role: 'giver' | 'holder'
  /** the other of the two */
  other: string
  /** what changed, in one sentence: « Dr Paul Roux n’est plus membre de l’association. » */
  why: string
  /** the giver still votes: by himself or through somebody else */
  votes: boolean
  meeting: string
  when: string
  url: string
}

export const membershipProxyEndedSubject = ({ role, meeting }: MembershipProxyEndedProps): string =>
  role === 'giver' ? `${meeting} : votre pouvoir a pris fin` : `${meeting} : un pouvoir a pris fin`
