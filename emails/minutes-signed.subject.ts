export type MinutesSignedProps = {
  associationName: string
  name: string
  /** « Procès-verbal n° 12 » */
  title: string
  /** « Assemblée générale ordinaire du 12 juin 2027 » */
  meeting: string
  decisions: string[]
  url: string
}

export const minutesSignedSubject = ({ title, meeting }: MinutesSignedProps): string =>
  `${meeting} : ${title.toLowerCase()}`
