export type AppealWithdrawnProps = {
  associationName: string
  name: string
  /** the legal person for which he reads, or null */
  body: string | null
  /** « 14 juin 2027 » */
  on: string
  contact: string
  url: string
}

export const appealWithdrawnSubject = (): string => 'Votre recours est retiré'
