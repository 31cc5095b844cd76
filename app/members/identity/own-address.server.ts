import { isInstalling } from '~/association/installation/is-installing.server'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { Refusal } from '~/platform/refusal'
import { reason } from '~/statutes/ruling'
import type { IdentityChange } from '../register/change-members.server'

/**
 * 8.1-a: an address opens the account, so that of an officer opens his office and his signature. Once the installation is closed he
 * changes it himself, or two officers sign it: refused (409) to one other person alone, by a form as by a file.
 */
export async function demandOwnAddress(
  tx: Tx,
  { actor, now }: Context,
  changes: readonly IdentityChange[],
): Promise<void> {
  const others = changes.filter(
    ({ before, identity }) =>
      before.kind === 'PERSON' && before.email !== identity.email && before.accountId !== actor.accountId,
  )
  if (others.length === 0) return
  const day = dateColumn(parisDate(now))
  const seat = await tx.mandate.findFirst({
    where: {
      memberId: { in: others.map(({ before }) => before.id) },
      OR: [{ endedOn: null }, { endedOn: { gt: day } }],
    },
    select: { holderName: true },
  })
  if (!seat || (await isInstalling(tx))) return
  const sentence = `${seat.holderName} tient une fonction au Bureau, que son adresse lui ouvre : changez-la par une reprise, qu’un autre membre du Bureau signe, ou laissez cette personne la changer depuis son espace.`
  throw new Refusal(sentence, { reasons: [reason('8.1-a', sentence)] })
}
