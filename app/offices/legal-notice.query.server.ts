import type { Db } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { paymentsOnLine } from '~/platform/payments/stripe.server'
import { presidency, sitterFor } from './mandates.server'

/** What a site says of who publishes and hosts it: the association, its President, the host named in the settings. */
export async function legalNotice(db: Db, today: string) {
  const [association, { mandate, vacant }] = await Promise.all([
    db.association.findUnique({
      where: { id: 1 },
      select: {
        name: true,
        seatStreet: true,
        postcode: true,
        town: true,
        email: true,
        phone: true,
        rna: true,
        siret: true,
      },
    }),
    presidency(db, today),
  ])
  const president = mandate && !vacant ? await sitterFor(db, mandate.memberId, today) : null
  return {
    association,
    director: president?.name ?? null,
    host: env().HOSTED_BY ?? null,
    payments: paymentsOnLine(),
  }
}
