export type MailedResolution = { number: number; title: string; text: string; effect: string | null }
export type MailedItem = { title: string; kind: string; notes: string; resolutions: MailedResolution[] }

/** What every message about a meeting says of it, already in French. */
export type MailedMeeting = {
  /** « AGO » */
  short: string
  /** « assemblée générale ordinaire » */
  long: string
  second: boolean
  /** « samedi 12 juin 2027 » */
  day: string
  /** « 12 juin 2027 » */
  date: string
  /** « 18 h 30 » */
  time: string
  place: string | null
  videoUrl: string | null
}

export type ConvocationProps = {
  associationName: string
  /** the person who reads */
  name: string
  /** the legal person for which he reads, or null */
  forBody: string | null
  meeting: MailedMeeting
  signer: { name: string; title: string }
  answers: { label: string; url: string }[]
  agenda: MailedItem[]
  documents: { title: string; url: string }[]
  right: { article: string; sentence: string }
  proxy: { article: string; sentence: string } | null
  /** voting from afar, where an article allows it */
  remote: { article: string; sentence: string } | null
  url: string
  /** « 20 mai 2027 »: when the others were convened, for who became a member since */
  lateOf?: string
}

export const convocationSubject = ({ meeting }: ConvocationProps): string =>
  `${meeting.short} du ${meeting.date}${meeting.second ? ' (seconde session)' : ''} : votre convocation`
