import type { ProxyState } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { spelt } from '~/platform/journal-acts'
import { v7 } from '~/platform/uuid.server'
import type { ProxyRuling } from '~/statutes/proxies'
import { lawful, unlawful } from '~/statutes/ruling'

type NewProxy = {
  meetingId: string
  ruling: ProxyRuling
  state: Extract<ProxyState, 'OFFERED' | 'ACCEPTED' | 'REFUSED'>
  paper: boolean
  scanDocumentId: string | null
}

/** The next proxy of a meeting, in its order of receipt, with the ruling that it got. The caller holds the meeting. */
export async function writeProxy(tx: Tx, ctx: Context, proxy: NewProxy): Promise<string> {
  const { meetingId, ruling, state, paper, scanDocumentId } = proxy
  const last = await tx.proxy.aggregate({ where: { meetingId }, _max: { order: true } })
  const now = dateFromInstant(ctx.now)
  const stored = ruling.accepted ? lawful(ruling.reason) : unlawful(ruling.reason)
  const { id } = await tx.proxy.create({
    data: {
      id: v7(ctx.now.epochMilliseconds),
      meetingId,
      giverId: ruling.from,
      holderId: ruling.to,
      state,
      order: (last._max.order ?? 0) + 1,
      paper,
      scanDocumentId,
      receivedAt: now,
      answeredAt: state === 'OFFERED' ? null : now,
      endReason: state === 'REFUSED' ? ruling.reason.sentence : null,
      recordedById: ctx.actor.accountId,
      ruling: stored,
    },
    select: { id: true },
  })
  await journal(tx, ctx, {
    act: `proxy.${spelt(state)}`,
    subject: 'Proxy',
    subjectId: id,
    details: {
      meetingId,
      giverId: ruling.from,
      holderId: ruling.to,
      paper,
      rule: ruling.rule,
      accepted: ruling.accepted,
    },
  })
  return id
}
