import type { Prisma } from '~/generated/prisma/client'
import type { Db, Tx } from '../../db.server'
import { env } from '../../env.server'

const PAGE = 50

const fields = {
  id: true,
  sender: true,
  subject: true,
  excerpt: true,
  state: true,
  foundAt: true,
  decidedById: true,
  mail: { select: { subject: true, toName: true, toAddress: true, sentAt: true, state: true } },
} satisfies Prisma.ReturnedMailSelect

/** What was found in the box of returns: what waits to be read, all of it from the oldest, then the last that were filed. */
export async function returnedPage(db: Db, { after }: { after: string | null }) {
  const [waiting, filed, count] = await Promise.all([
    db.returnedMail.findMany({
      where: { state: 'WAITING', ...(after && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: PAGE + 1,
      select: fields,
    }),
    db.returnedMail.findMany({
      where: { state: { not: 'WAITING' } },
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
      take: PAGE,
      select: fields,
    }),
    countWaiting(db),
  ])
  return {
    waiting: waiting.slice(0, PAGE).map(shown),
    nextKey: waiting.length > PAGE ? (waiting[PAGE - 1]?.id ?? null) : null,
    filed: filed.map(shown),
    count,
    boxRead: env().BOUNCE_IMAP_URL !== undefined,
  }
}

type Row = Prisma.ReturnedMailGetPayload<{ select: typeof fields }>

const shown = ({ foundAt, mail, ...row }: Row) => ({
  ...row,
  foundAt: foundAt.toISOString(),
  mail: mail && { ...mail, sentAt: mail.sentAt?.toISOString() ?? null },
})

/** How many messages of the box wait for a person. */
export const countWaiting = (db: Db | Tx): Promise<number> => db.returnedMail.count({ where: { state: 'WAITING' } })
