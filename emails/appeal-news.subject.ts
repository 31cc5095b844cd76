export type AppealNewsProps = {
  associationName: string
  name: string
  /** the legal person for which he reads, or null */
  body: string | null
  news: 'listed' | 'decided'
  /** « Assemblée générale annuelle », its day and place */
  meeting: string
  on: string
  place: string | null
  contact: string
  url: string
}

export const appealNewsSubject = ({ news, on }: AppealNewsProps): string =>
  news === 'listed' ? `Votre recours : assemblée prévue le ${on}` : 'L’assemblée a décidé sur votre recours'
