import { Prisma, type MailState } from '~/generated/prisma/client'

/** What is said of a message: handed whole and never answered, it was neither accepted nor refused, and perhaps arrived. */
export type SaidState = MailState | 'UNANSWERED'

export const saidState = ({ state, handedAt }: { state: MailState; handedAt: Date | null }): SaidState =>
  state === 'REFUSED' && handedAt !== null ? 'UNANSWERED' : state

/** The same in a query, of the message that has this name there. */
export const saidStateOf = (mail: Prisma.Sql) => Prisma.sql`
  (case when ${mail}."state" = 'REFUSED' and ${mail}."handedAt" is not null then 'UNANSWERED' else ${mail}."state"::text end)`
