import type { Meeting } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { partiesOf } from './parties'
import { proxyFacts } from './proxy-book.server'
import { mailHolderAnswer } from './proxy-mails.server'

/** Tells whoever has given his proxy to this member, or offered it, that he now comes or does not; the proxies stay as they are. */
export async function tellGivers(
  tx: Tx,
  ctx: Context,
  meeting: Meeting,
  { holderId, coming }: { holderId: string; coming: boolean },
): Promise<void> {
  const facts = await proxyFacts(tx, meeting)
  for (const { from } of facts.live.filter(({ to }) => to === holderId))
    await mailHolderAnswer(tx, ctx, partiesOf(facts, from, holderId), coming)
}
