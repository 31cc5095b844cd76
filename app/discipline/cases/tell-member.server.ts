import { association } from '~/association/in-force.server'
import { addressee } from '~/letters/addressees.server'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { queueMail } from '~/platform/mail/queue.server'
import type { CaseNewsProps } from '../../../emails/case-news.subject'

/**
 * Tells the member by mail that his case moved: never the facts, never the reasons, which travel by registered letter and
 * stand on his page. Nothing is sent to whoever has no address.
 */
export async function tellMember(
  tx: Tx,
  ctx: Context | SystemContext,
  input: { memberId: string; caseId: string; news: CaseNewsProps['news']; when?: string; place?: string },
): Promise<void> {
  const to = await addressee(tx, input.memberId, parisDate(ctx.now))
  if (!to?.email) return
  const { shortName, name } = await association(tx)
  await queueMail(
    tx,
    {
      template: 'case-news',
      props: {
        associationName: shortName || name,
        name: to.name,
        body: to.forBody,
        news: input.news,
        when: input.when ?? null,
        place: input.place ?? null,
        url: new URL(`/exclusions/${input.caseId}`, env().PUBLIC_URL).href,
      },
      to: { address: to.email, name: to.name },
      accountId: to.accountId,
    },
    ctx.now,
  )
}
