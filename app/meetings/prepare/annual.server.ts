import type { Meeting } from '~/generated/prisma/client'
import { statutesVersion } from '~/association/in-force.server'
import { isoDate } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { judgeAnnual } from '~/statutes/annual-assembly'
import type { Ruling } from '~/statutes/ruling'

type Annual = Pick<Meeting, 'id' | 'session' | 'accountsOfYear' | 'statutesId'> & { date: string }

/**
 * 13.2-a, 15-b: an annual assembly judges the last closed year, and alone does. Holds the year until the transaction ends, so
 * that two made at once are one. A session without quorum judged nothing; a second session goes on with the first. Null: no
 * annual assembly.
 */
export async function annualRuling(
  tx: Tx,
  { id, session, accountsOfYear: year, statutesId, date }: Annual,
): Promise<Ruling | null> {
  if (year === null || session === 2) return null
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`annual:${year}`}, 0))`
  const [{ statutes }, other] = await Promise.all([
    statutesVersion(tx, statutesId),
    tx.meeting.findFirst({
      where: {
        body: 'ago',
        accountsOfYear: year,
        id: { not: id },
        state: { in: ['DRAFT', 'CONVENED', 'OPEN', 'CLOSED'] },
      },
      orderBy: { date: 'asc' },
      select: { date: true },
    }),
  ])
  return judgeAnnual(statutes, { year, date, otherOn: other && isoDate(other.date) })
}

/** Refuses what `annualRuling` refuses, beside the field where the year is chosen. */
export async function demandAnnual(tx: Tx, annual: Annual): Promise<void> {
  const ruling = await annualRuling(tx, annual)
  if (!ruling || ruling.outcome === 'lawful') return
  const sentences = ruling.reasons.map(({ sentence }) => sentence)
  throw new Refusal(sentences[0] ?? '', {
    status: 409,
    reasons: ruling.reasons,
    fieldErrors: { accountsOfYear: sentences },
  })
}
