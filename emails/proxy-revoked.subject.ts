export type ProxyRevokedProps = {
  associationName: string
  name: string
  role: 'giver' | 'holder'
  giver: string
  holder: string
  meeting: string
  when: string
  url: string
}

export const proxyRevokedSubject = ({ meeting }: ProxyRevokedProps): string => `${meeting} : pouvoir repris`
