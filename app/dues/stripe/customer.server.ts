import type { Context } from '~/platform/context'
import { stripe } from '~/platform/payments/stripe.server'

/** Stripe's customer of the account that pays: one per account, its name and address and nothing of its means of payment. */
export async function customerOf({ db, actor }: Context): Promise<string> {
  const { accountId, email, name } = actor
  const known = await db.stripeCustomer.findUnique({ where: { accountId } })
  if (known) return known.customerId
  const made = await stripe().customers.create(
    { email, name, preferred_locales: ['fr'], metadata: { account_id: accountId } },
    { idempotencyKey: `customer-${accountId}` },
  )
  await db.stripeCustomer.createMany({ data: { accountId, customerId: made.id }, skipDuplicates: true })
  return made.id
}

/** Forgets a customer that Stripe does not know: that of the test world once real keys are in force, or one deleted there. */
export async function forgetCustomer({ db }: Context, customerId: string): Promise<void> {
  await db.stripeCustomer.deleteMany({ where: { customerId } })
}
