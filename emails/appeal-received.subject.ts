export type AppealReceivedProps = {
  associationName: string
  name: string
  /** the legal person for which he reads, or null */
  body: string | null
  /** « 10 juin 2027 » */
  on: string
  contact: string
  url: string
}

export const appealReceivedSubject = ({ on }: AppealReceivedProps): string => `Votre recours du ${on} est enregistré`
