export type ApplicationNoticeProps = {
  associationName: string
  name: string
  applicant: string
  body: boolean
  url: string
  /** who admits: « Le Bureau », « Le président » */
  admitting: { name: string; unanimous: boolean }
}

export const applicationNoticeSubject = ({ applicant }: ApplicationNoticeProps): string =>
  `Nouvelle demande d’adhésion : ${applicant}`
