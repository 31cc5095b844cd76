import { z } from 'zod'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { v7 } from '~/platform/uuid.server'
import { findOpenDues, openDuesByIds } from './find-dues.query.server'

const asked = z.object({
  cotisation: z.array(z.uuid()).max(200).catch([]),
  q: z.string().trim().max(100).catch(''),
  ligne: z.uuid().nullable().catch(null),
})

/** What the page « Enregistrer un paiement » shows: dues chosen (in the address), those found, the bank line if it begins there. */
export async function newPaymentPage(ctx: Context, search: URLSearchParams) {
  const { cotisation, q, ligne } = asked.parse({
    cotisation: search.getAll('cotisation'),
    q: search.get('q') ?? '',
    ligne: search.get('ligne'),
  })
  const [chosen, found, line] = await Promise.all([
    openDuesByIds(ctx.db, [...new Set(cotisation)]),
    findOpenDues(ctx.db, q),
    ligne ? ctx.db.bankLine.findFirst({ where: { id: ligne, state: 'OPEN' } }) : null,
  ])
  return {
    /** one payment, however often the button is pressed */
    token: v7(ctx.now.epochMilliseconds),
    today: parisDate(ctx.now),
    q,
    chosen,
    found: found.filter(({ duesId }) => !cotisation.includes(duesId)),
    bankLine: line && { id: line.id, on: isoDate(line.on), label: line.label, amountCents: line.amountCents },
  }
}

export type NewPaymentPage = Awaited<ReturnType<typeof newPaymentPage>>
