export type AppealNoticeProps = {
  associationName: string
  name: string
  /** « 10 juin 2027 » */
  on: string
  url: string
}

export const appealNoticeSubject = ({ on }: AppealNoticeProps): string => `Un recours du ${on} contre une exclusion`
