import { OFFICE_LABELS, capital, officeRank } from '~/offices/office-labels'
import { lasting } from '~/offices/mandates.server'
import type { Tx } from '~/platform/db.server'

/** Who signs what the association writes: the President, or the next officer whom the matter does not concern. */
export async function letterSigner(
  tx: Tx,
  today: string,
  involved: ReadonlySet<string>,
): Promise<{ name: string; title: string }> {
  const held = await tx.mandate.findMany({ where: lasting(today), orderBy: [{ from: 'asc' }, { id: 'asc' }] })
  const signer = held
    .filter(({ memberId }) => !involved.has(memberId))
    .sort((a, b) => officeRank(a.office) - officeRank(b.office))[0]
  if (!signer) return { name: '', title: 'Pour le Bureau' }
  return { name: signer.holderName, title: capital(OFFICE_LABELS[signer.office] ?? signer.office) }
}
