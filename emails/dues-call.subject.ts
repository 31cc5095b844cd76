export type DuesContactProps = { name: string; title: string; email: string; phone: string | null }

/** What the messages about one dues say of it, already in French. */
export type DuesFactsProps = {
  associationName: string
  /** the person who reads */
  name: string
  /** the legal person for which he reads, or null */
  forBody: string | null
  year: number
  /** « C2027-00042 » */
  reference: string
  /** « 50,00 € » */
  amount: string
  /** « 20,00 € » when a part was received, else null */
  received: string | null
  /** what is still to be paid */
  owed: string
  /** « 31 mars 2027 » */
  dueDate: string
  contact: DuesContactProps
  /** page where one pays, or sees how to */
  url: string
}

export type DuesCallProps = DuesFactsProps & {
  /** « AGO du 12 juin 2027, résolution 3 »: who set the amount */
  source: string
}

export const duesCallSubject = ({ year, owed, dueDate }: DuesCallProps): string =>
  `Cotisation ${year} : ${owed} à régler d’ici au ${dueDate}`
