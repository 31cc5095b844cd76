export type ProxyRefusedProps = {
  associationName: string
  name: string
  holder: string
  /** of the statutes, « 6.1 » */
  article: string
  reason: string
  /** what the giver may do: come or give to another; or his first proxy stands; or he is there; or he has no vote */
  next: 'come-or-give' | 'first-stands' | 'is-there' | 'no-vote'
  meeting: string
  when: string
  url: string
}

export const proxyRefusedSubject = ({ meeting }: ProxyRefusedProps): string =>
  `${meeting} : votre pouvoir ne peut être retenu`
