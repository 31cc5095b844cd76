export type ProxyOfferedProps = {
  associationName: string
  name: string
  giver: string
  /** voices that the proxy carries */
  voices: number
  /** « AGO du 12 juin 2027 » */
  meeting: string
  /** « samedi 12 juin 2027 à 18 h 30 » */
  when: string
  url: string
}

export const proxyOfferedSubject = ({ giver, meeting }: ProxyOfferedProps): string =>
  `${meeting} : ${giver} vous donne pouvoir`
