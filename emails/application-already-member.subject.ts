export type ApplicationAlreadyMemberProps = { associationName: string; name: string; contact: string; url: string }

export const applicationAlreadyMemberSubject = ({ associationName }: ApplicationAlreadyMemberProps): string =>
  `${associationName} : vous êtes déjà membre`
