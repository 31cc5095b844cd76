export type AppealNoticeProps = {
  associationName: string
  name: string
  /** absent from the messages of an appeal queued before withdrawals */
  news?: 'lodged' | 'withdrawn' | 'unreached'
  /** « 10 juin 2027 » */
  on: string
  /** the agenda that bears the appeal was sent already */
  convened?: boolean
  url: string
}

export const appealNoticeSubject = ({ news, on }: AppealNoticeProps): string =>
  news === 'unreached'
    ? 'Une personne exclue est à prévenir par lettre'
    : news === 'withdrawn'
      ? 'Un recours contre une exclusion est retiré'
      : `Un recours du ${on} contre une exclusion`
