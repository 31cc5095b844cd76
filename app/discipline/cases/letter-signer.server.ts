import { capital } from '~/statutes/french'
import { officeLabel, officeRank } from '~/offices/office-labels'
import { lasting, running } from '~/offices/mandates.server'
import { dateColumn } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'

export type Signer = { name: string; title: string }

/**
 * Who signs what the association writes: the President, his replacement (10-a), or the next officer in office whom the matter
 * does not involve. The name is empty when it involves them all.
 */
export async function letterSigner(tx: Db | Tx, today: string, involved: ReadonlySet<string>): Promise<Signer> {
  const day = dateColumn(today)
  const seated = { OR: [{ suspendedFrom: null }, { suspendedFrom: { gt: day } }, { suspendedUntil: { lt: day } }] }
  const [held, replacing] = await Promise.all([
    tx.mandate.findMany({
      where: { ...lasting(today), member: seated },
      orderBy: [{ from: 'asc' }, { id: 'asc' }],
    }),
    tx.delegation.findFirst({
      where: { ...running(today), kind: 'REPLACEMENT', mandate: { office: 'president' } },
      orderBy: { startsOn: 'desc' },
      include: {
        to: { select: { member: { select: { id: true } }, representations: { select: { memberId: true } } } },
      },
    }),
  ])
  if (replacing) {
    const { member, representations } = replacing.to
    const speaksFor = [...(member ? [member.id] : []), ...representations.map(({ memberId }) => memberId)]
    if (!speaksFor.some((id) => involved.has(id)))
      return { name: replacing.toName, title: 'Pour la présidence, en remplacement (article 10)' }
  }
  const signer = held
    .filter(({ memberId }) => !involved.has(memberId))
    .sort((a, b) => officeRank(a.office) - officeRank(b.office))[0]
  if (!signer) return { name: '', title: 'Pour le Bureau' }
  return { name: signer.holderName, title: capital(officeLabel(signer.office)) }
}
