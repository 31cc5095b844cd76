import { association } from '~/association/in-force.server'
import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { journal } from '~/platform/journal.server'
import { queueMail } from '~/platform/mail/queue.server'
import { countTry } from '~/platform/rate-limit.server'
import { badField } from '~/platform/refusal'
import { newToken, sha256 } from '~/platform/secrets.server'
import { demandFresh } from '~/platform/sign-in/demand-fresh.server'

export const CHANGE_MINUTES = 60
const PER_ACCOUNT = { name: 'email-change', points: 5, seconds: 60 * 60 }
/** Of one account: nobody shuts the door to another’s address. */
const PER_ADDRESS = { name: 'email-change-address', points: 3, seconds: 60 * 60 }
/** No answer comes sooner: what an address known to us costs does not show. */
const LEAST_MS = 250

/**
 * Whoever is signed in asks to be reached at another address: a link leaves for it, the present address is told, nothing changes
 * yet. The answer and its time are the same when the address already belongs to somebody, who is told in place of the link.
 * Refused: identity not proved afresh (409), the present address (400), too often (429).
 */
export async function requestEmailChange(ctx: Context, { email }: { email: string }): Promise<void> {
  demandFresh(ctx)
  if (email === ctx.actor.email) throw badField('email', 'C’est déjà votre adresse.')
  await countTry(PER_ACCOUNT, ctx.actor.accountId)
  await countTry(PER_ADDRESS, `${ctx.actor.accountId} ${email}`)
  const least = new Promise((resolve) => setTimeout(resolve, LEAST_MS))
  await transact(ctx.db, (tx) => request(tx, ctx, email))
  await least
}

async function request(tx: Tx, ctx: Context, email: string): Promise<void> {
  const { accountId, name } = ctx.actor
  const at = dateFromInstant(ctx.now)
  const { name: associationName, email: contact } = await association(tx)
  // the latest request alone can be confirmed
  await tx.emailChange.updateMany({ where: { accountId, consumedAt: null }, data: { consumedAt: at } })
  const known = await tx.account.findUnique({ where: { email }, select: { id: true, name: true } })
  const tell = {
    props: { associationName, name, contact, stage: 'asked' as const },
    to: { address: ctx.actor.email, name },
  }
  await queueMail(tx, { template: 'address-changed', ...tell, accountId }, ctx.now)
  if (known) {
    const props = { associationName, name: known.name, contact }
    await queueMail(
      tx,
      { template: 'address-known', props, to: { address: email, name: known.name }, accountId: known.id },
      ctx.now,
    )
  } else {
    const token = newToken()
    await tx.emailChange.create({
      data: {
        accountId,
        fromEmail: ctx.actor.email,
        toEmail: email,
        tokenHash: sha256(token),
        createdAt: at,
        expiresAt: dateFromInstant(ctx.now.add({ minutes: CHANGE_MINUTES })),
      },
      select: { id: true },
    })
    const url = `${env().PUBLIC_URL}/mes-donnees/courriel/${token}`
    const props = { associationName, name, url, expiresInMinutes: CHANGE_MINUTES }
    await queueMail(tx, { template: 'address-confirm', props, to: { address: email, name }, accountId }, ctx.now)
  }
  await journal(tx, ctx, { act: 'account.email-change-asked', subject: 'Account', subjectId: accountId })
}
