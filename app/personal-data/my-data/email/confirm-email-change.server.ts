import { association } from '~/association/in-force.server'
import { lockMembers } from '~/members/register/lock.server'
import { followOwnAddress } from '~/members/identity/write-contact.server'
import { takeAddress } from '~/platform/accounts/change-accounts.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { queueMail } from '~/platform/mail/queue.server'
import { Refusal } from '~/platform/refusal'
import { sha256 } from '~/platform/secrets.server'
import { revokeSessions } from '~/platform/session.server'
import { consumeLinksOf } from '~/platform/sign-in/consume-link.server'

/**
 * What a link still allows whoever is signed in; null for the link of somebody else, for an old one, for none. A link that is
 * read, by a person or a mail filter, consumes nothing.
 */
export async function pendingChange(ctx: Context, token: string): Promise<{ toEmail: string } | null> {
  return ctx.db.emailChange.findFirst({ where: usable(ctx, token), select: { toEmail: true } })
}

const usable = (ctx: Context, token: string) => ({
  tokenHash: sha256(token),
  accountId: ctx.actor.accountId,
  fromEmail: ctx.actor.email,
  consumedAt: null,
  expiresAt: { gt: dateFromInstant(ctx.now) },
})

/**
 * Whoever reads at the new address and is signed in takes it: his account, his membership and his mandates of representative
 * write to it from now on; his other sessions end and the old address is told. Of several presses at the same moment one alone
 * succeeds. Refused (409): the link served, is too old or is another’s; the address was taken by somebody meanwhile.
 */
export async function confirmEmailChange(ctx: Context, token: string): Promise<void> {
  await transact(ctx.db, async (tx) => {
    await lockMembers(tx)
    const { count } = await tx.emailChange.updateMany({
      where: usable(ctx, token),
      data: { consumedAt: dateFromInstant(ctx.now) },
    })
    if (count === 0) throw new Refusal('Ce lien a déjà servi, ou il est trop ancien : demandez-en un autre.')
    const { toEmail } = await tx.emailChange.findUniqueOrThrow({ where: { tokenHash: sha256(token) } })
    const { accountId, email: from } = ctx.actor
    // an account that took the address meanwhile, or changed its own, is never written over
    if (!(await takeAddress(tx, { accountId, from, to: toEmail })))
      throw new Refusal('Cette adresse ne peut pas devenir la vôtre : écrivez au secrétariat, qui vous aidera.')
    await followOwnAddress(tx, ctx, toEmail)
    await closeTheRest(tx, ctx)
    await journal(tx, ctx, { act: 'account.email-changed', subject: 'Account', subjectId: ctx.actor.accountId })
  })
}

/** What the old address opened is closed: sessions elsewhere, links on their way. */
async function closeTheRest(tx: Tx, ctx: Context): Promise<void> {
  const { accountId, sessionId, email, name } = ctx.actor
  await revokeSessions(tx, { accountId, now: ctx.now, except: sessionId })
  await consumeLinksOf(tx, accountId, ctx.now)
  const { name: associationName, email: contact } = await association(tx)
  const props = { associationName, name, contact, stage: 'done' as const }
  await queueMail(tx, { template: 'address-changed', props, to: { address: email, name }, accountId }, ctx.now)
}
