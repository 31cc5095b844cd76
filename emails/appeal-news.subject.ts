/** What a meeting has to do with an appeal: it hears it, elsewhere or later than was told, or it does not. */
export type MeetingNews = 'listed' | 'moved' | 'cancelled' | 'removed' | 'undecided'

export type AppealNewsProps = {
  associationName: string
  name: string
  /** the legal person for which he reads, or null */
  body: string | null
  news: MeetingNews | 'decided'
  /** « Assemblée générale annuelle », its day with its hour, and place */
  meeting: string
  on: string
  place: string | null
  contact: string
  url: string
}

export function appealNewsSubject({ news, on }: AppealNewsProps): string {
  switch (news) {
    case 'listed':
      return `Votre recours : assemblée prévue le ${on}`
    case 'moved':
      return `Votre recours : l’assemblée est désormais prévue le ${on}`
    case 'cancelled':
      return `Votre recours : l’assemblée du ${on} est annulée`
    case 'removed':
      return `Votre recours n’est plus à l’ordre du jour du ${on}`
    case 'undecided':
      return `Votre recours : l’assemblée du ${on} n’a pas décidé`
    case 'decided':
      return 'L’assemblée a décidé sur votre recours'
  }
}
