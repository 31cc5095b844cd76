export type CaseNewsProps = {
  associationName: string
  name: string
  /** the legal person for which he reads, or null */
  body: string | null
  news: 'opened' | 'hearing' | 'organ' | 'decided'
  /** « mercredi 26 mai 2027 à 18 h », for a hearing; « par l’assemblée générale ordinaire », for the organ */
  when: string | null
  place: string | null
  url: string
}

export const caseNewsSubject = ({ news, when }: CaseNewsProps): string =>
  ({
    opened: 'Une lettre recommandée vous est adressée',
    hearing: `Votre audition : ${when ?? 'nouvelle date'}`,
    organ: 'Qui décidera de votre dossier',
    decided: 'Une décision vous concernant a été prise',
  })[news]
