import { z } from 'zod'
import { statutesInForce } from '~/association/in-force.server'
import { Prisma } from '~/generated/prisma/client'
import { addressees } from '~/members/letters/addressees.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { nextStep, type NextStep } from '~/statutes/dues-ladder'
import { stageLabel } from '~/statutes/dues-ladder-stages'
import { ladderFacts } from '../ladder/facts.server'
import { paymentUnderWay } from '../ladder/under-way.server'
import type { BoardFilters } from './filters'
import { nextWords } from './next-words'
import { whereBoard } from './where.server'

const PAGE = 50

type Row = { id: string; label: string; reference: string; stageRank: number }

const keySchema = z.tuple([z.number().int(), z.uuid()])

/** The key that an address carries; null when there is none or it is not one of ours. */
function readKey(text: string | null): z.output<typeof keySchema> | null {
  try {
    return text ? keySchema.parse(JSON.parse(text)) : null
  } catch {
    return null
  }
}

/**
 * One page of the dues of a period, those furthest in the procedure first: where each stands, what is owed, the next step,
 * its day and who takes it. Pages by key; the cost does not grow with the number of members.
 */
export async function boardList(ctx: Context, periodId: string, filters: BoardFilters, after: string | null) {
  const today = parisDate(ctx.now)
  const key = readKey(after)
  const from = key ? Prisma.sql`and (d."stageRank", d.id) < (${key[0]}::int, ${key[1]}::uuid)` : Prisma.empty
  return transact(ctx.db, async (tx) => {
    const found = await tx.$queryRaw<Row[]>`
      select d.id, m.label, d.reference, d."stageRank" from "Dues" d join "Member" m on m.id = d."memberId"
       where ${whereBoard(filters, periodId)} ${from}
       order by d."stageRank" desc, d.id desc limit ${PAGE + 1}`
    const rows = found.slice(0, PAGE)
    const ids = rows.map(({ id }) => id)
    const { statutes } = await statutesInForce(tx, today)
    const facts = new Map((await ladderFacts(tx, ids, today)).map((row) => [row.id, row]))
    const underWay = await paymentUnderWay(tx, ids)
    const memberIds = [...facts.values()].map(({ memberId }) => memberId)
    const people = await addressees(tx, memberIds, today)
    const last = rows[PAGE - 1]
    return {
      lines: rows.flatMap(({ id, label, reference }) => {
        const row = facts.get(id)
        if (!row) return []
        const next: NextStep = nextStep(statutes, row, today)
        return [
          {
            id,
            label,
            reference,
            owedCents: row.owedCents,
            closedAs: row.closedAs,
            stage: stageLabel(row.last?.stage ?? null),
            stageOn: row.last?.on ?? null,
            next: nextWords(next, today),
            underWay: underWay.has(id),
            withoutAddress: row.closedAs === null && !people.get(row.memberId)?.email,
            undelivered: row.closedAs === null && row.undelivered > 0,
          },
        ]
      }),
      nextKey: found.length > PAGE && last ? JSON.stringify([last.stageRank, last.id]) : null,
    }
  })
}

export type BoardLine = Awaited<ReturnType<typeof boardList>>['lines'][number]
