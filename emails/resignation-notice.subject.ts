export type ResignationNoticeProps = {
  associationName: string
  name: string
  member: string
  on: string
  /** what he wrote */
  text: string | null
  dues: { year: number; amount: string }[]
  /** offices that are now vacant */
  offices: string[]
  proxies: number
  url: string
}

export const resignationNoticeSubject = ({ member, on }: ResignationNoticeProps): string =>
  `Démission de ${member}, reçue le ${on}`
