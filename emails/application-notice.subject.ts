export type ApplicationNoticeProps = {
  associationName: string
  name: string
  applicant: string
  body: boolean
  url: string
}

export const applicationNoticeSubject = ({ applicant }: ApplicationNoticeProps): string =>
  `Nouvelle demande d’adhésion : ${applicant}`
