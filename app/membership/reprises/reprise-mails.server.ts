import { association } from '~/association/in-force.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { queueMails } from '~/platform/mail/queue.server'
import { frenchDate } from '~/ui/format'
import { isoDate } from '~/platform/dates'
import type { RepriseNoticeProps } from '../../../emails/reprise-notice.subject'
import { factWords } from './fact-words.server'
import { readFacts } from './facts'
import { seated } from './signers.server'

/** Tells the other officers that a reprise waits for one of them. */
export async function mailProposed(tx: Tx, ctx: Context, id: string): Promise<void> {
  await mail(tx, ctx, id, 'proposed')
}

/** Tells all officers but whoever acts that it was signed or refused: nothing changes in the register without their knowing. */
export async function mailClosed(tx: Tx, ctx: Context, id: string): Promise<void> {
  const { state } = await tx.reprise.findUniqueOrThrow({ where: { id }, select: { state: true } })
  await mail(tx, ctx, id, state === 'SIGNED' ? 'signed' : 'refused')
}

async function mail(tx: Tx, ctx: Context, id: string, news: RepriseNoticeProps['news']): Promise<void> {
  const found = await tx.reprise.findUniqueOrThrow({ where: { id } })
  const [{ shortName, name }, officers, words] = await Promise.all([
    association(tx),
    seated(tx, parisDate(ctx.now)),
    factWords(tx, ctx, readFacts(found.facts)),
  ])
  const told = new Set([...officers, found.proposedById])
  told.delete(ctx.actor.accountId)
  const accounts = await tx.account.findMany({ where: { id: { in: [...told] } }, orderBy: { name: 'asc' } })
  const mails = accounts.map((account) => ({
    template: 'reprise-notice' as const,
    props: {
      associationName: shortName || name,
      name: account.name,
      news,
      proposer: found.proposerName,
      signer: found.signerName,
      refusal: found.refusal,
      facts: words.map(({ sentence }) => sentence),
      source: `${found.source} (${frenchDate(isoDate(found.decidedOn))})`,
      url: new URL(`/reprises/${id}`, env().PUBLIC_URL).href,
    },
    to: { address: account.email, name: account.name },
    accountId: account.id,
  }))
  await queueMails(tx, mails, ctx.now)
}
