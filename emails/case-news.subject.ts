export type CaseNewsProps = {
  associationName: string
  name: string
  /** the legal person for which he reads, or null */
  body: string | null
  news: 'opened' | 'hearing' | 'decided'
  /** « mercredi 26 mai 2027 à 18 h », for a hearing */
  when: string | null
  place: string | null
  url: string
}

export const caseNewsSubject = ({ news, when }: CaseNewsProps): string =>
  ({
    opened: 'Une lettre recommandée vous est adressée',
    hearing: `Votre audition : ${when ?? 'nouvelle date'}`,
    decided: 'Une décision vous concernant a été prise',
  })[news]
