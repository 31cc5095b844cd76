import { z } from 'zod'
import { statutesInForce } from '~/association/in-force.server'
import { Prisma } from '~/generated/prisma/client'
import { addressees } from '~/letters/addressees.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { transact } from '~/platform/db.server'
import { isHeld, nextStep, type NextStep } from '~/statutes/dues-ladder'
import { stageLabel } from '~/statutes/dues-ladder-stages'
import { ladderFacts } from '../ladder/facts.server'
import { cutPage, PAGE, readPageKey } from '~/platform/http/page-cut'
import type { BoardFilters } from './filters'
import { heldNow } from './held-by'
import { nextWords } from './next-words'
import { whereBoard } from './where.server'

type Row = { id: string; label: string; reference: string; stageRank: number }

const keySchema = z.tuple([z.number().int(), z.uuid()])

/** The key that an address carries; null when there is none or it is not one of ours. */
function readKey(text: string): z.output<typeof keySchema> | null {
  try {
    return text === '' ? null : keySchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/**
 * One page of the dues of a period, those furthest in the procedure first: where each stands, what is owed, the next step,
 * its day and who takes it. Pages by key; the cost does not grow with the number of members.
 */
export async function boardList(ctx: Context, periodId: string, filters: BoardFilters, page: string | null) {
  const today = parisDate(ctx.now)
  const { before, text } = readPageKey(page ?? '')
  const key = readKey(text)
  const side = key ? (before ? 'before' : 'after') : 'first'
  const [sign, order] = side === 'before' ? [Prisma.sql`>`, Prisma.sql`asc`] : [Prisma.sql`<`, Prisma.sql`desc`]
  const from = key ? Prisma.sql`and (d."stageRank", d.id) ${sign} (${key[0]}::int, ${key[1]}::uuid)` : Prisma.empty
  return transact(ctx.db, async (tx) => {
    const found = await tx.$queryRaw<Row[]>`
      select d.id, m.label, d.reference, d."stageRank" from "Dues" d join "Member" m on m.id = d."memberId"
       where ${whereBoard(filters, periodId)} ${from}
       order by d."stageRank" ${order}, d.id ${order} limit ${PAGE + 1}`
    const { rows, ...keys } = cutPage(found, side, ({ stageRank, id }) => JSON.stringify([stageRank, id]))
    const ids = rows.map(({ id }) => id)
    const { statutes } = await statutesInForce(tx, today)
    const facts = new Map((await ladderFacts(tx, ids, today)).map((row) => [row.id, row]))
    const memberIds = [...facts.values()].map(({ memberId }) => memberId)
    const people = await addressees(tx, memberIds, today)
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
            held: isHeld(next) ? heldNow(row.inSight) : null,
            withoutAddress: row.closedAs === null && !people.get(row.memberId)?.email,
            undelivered: row.closedAs === null && row.undelivered + (row.mailServer ? 0 : row.waitingMails) > 0,
          },
        ]
      }),
      ...keys,
    }
  })
}

export type BoardLine = Awaited<ReturnType<typeof boardList>>['lines'][number]
