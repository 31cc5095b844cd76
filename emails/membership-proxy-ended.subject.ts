export type MembershipProxyEndedProps = {
  associationName: string
  name: string
  /** who reads: the one who gave the proxy, or the one who held it */
  role: 'giver' | 'holder'
  /** the other, who is a member no more */
  gone: string
  meeting: string
  when: string
  url: string
}

export const membershipProxyEndedSubject = ({ role, meeting }: MembershipProxyEndedProps): string =>
  role === 'giver' ? `${meeting} : votre pouvoir a pris fin` : `${meeting} : un pouvoir a pris fin`
