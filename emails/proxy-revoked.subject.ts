export type ProxyRevokedProps = {
  associationName: string
  name: string
  role: 'giver' | 'holder'
  giver: string
  holder: string
  /** who noted it for the giver, at the desk; absent when he did it himself */
  notedBy?: string
  meeting: string
  when: string
  url: string
}

export const proxyRevokedSubject = ({ meeting }: ProxyRevokedProps): string => `${meeting} : pouvoir repris`
