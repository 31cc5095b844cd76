import { capital } from '~/statutes/french'
import { association } from '~/association/in-force.server'
import { officeLabel } from '~/offices/office-labels'
import { lasting } from '~/offices/mandates.server'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { spacedIban } from '~/banking/iban'
import type { DuesContactProps } from '../../../emails/dues-call.subject'

/** What is the same in every message about dues: who writes, whom to call, where one pays. */
export type DuesWriter = { associationName: string; contact: DuesContactProps; url: string }

/** Page where a member pays, or sees how to. */
export const payUrl = () => `${env().PUBLIC_URL}/mes-cotisations`

/** The treasurer of that day writes (12-a), else the President, else the association. */
export async function duesWriter(tx: Tx, on: string): Promise<DuesWriter> {
  const home = await association(tx)
  const holder = await tx.mandate.findFirst({
    where: { office: { in: ['treasurer', 'president'] }, ...lasting(on) },
    orderBy: { office: 'desc' },
    select: { office: true, holderName: true },
  })
  return {
    associationName: home.name,
    contact: {
      name: holder?.holderName ?? home.name,
      title: holder ? capital(officeLabel(holder.office)) : 'Pour l’association',
      email: home.email,
      phone: home.phone,
    },
    url: payUrl(),
  }
}

/** Where one pays by transfer: « IBAN FR76 3000…, BIC … »; null when none is known. */
export function bankWords({ iban, bic }: { iban: string | null; bic: string | null }): string | null {
  if (!iban) return null
  return [`IBAN ${spacedIban(iban)}`, bic && `BIC ${bic}`].filter(Boolean).join(', ')
}
