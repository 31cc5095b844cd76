import type { Db, Tx } from '~/platform/db.server'
import { frenchDateTime } from '~/ui/format'
import type { MinutesBody } from '../body'

const STATES = {
  OFFERED: 'sans réponse',
  ACCEPTED: 'accepté',
  DECLINED: 'décliné',
  REVOKED: 'révoqué',
  ENDED: 'éteint',
  REFUSED: 'refusé',
} as const

/** The register of the proxies of a meeting, refused and revoked ones included (6.1-d, 6.2-c). */
export async function proxyFacts(tx: Db | Tx, meetingId: string): Promise<MinutesBody['proxies']> {
  const proxies = await tx.proxy.findMany({
    where: { meetingId },
    orderBy: { order: 'asc' },
    include: { giver: { select: { label: true } }, holder: { select: { label: true } } },
  })
  return proxies.map(({ giver, holder, receivedAt, paper, state, endReason }) => ({
    giver: giver.label,
    holder: holder.label,
    receivedAt: frenchDateTime(receivedAt),
    paper,
    state: [STATES[state], endReason].filter(Boolean).join(', '),
  }))
}
