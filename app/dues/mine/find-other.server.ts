import { fold } from '~/platform/folding'
import type { Context } from '~/platform/context'
import { countTry } from '~/platform/rate-limit.server'
import { badField } from '~/platform/refusal'
import { compactReference } from '~/banking/references'

const TRIES = { name: 'pay-for-other', points: 20, seconds: 3_600 }

/**
 * The dues of somebody else, by their reference and the member's name: both must be known, so that references, which follow
 * one another, tell nobody who is a member nor what he owes. Its id is what allows to pay for it. Refused (400): not found
 * or settled, said alike; too many tries (429).
 */
export async function findOther(ctx: Context, typed: { reference: string; name: string }): Promise<string> {
  await countTry(TRIES, ctx.actor.accountId)
  const wanted = compactReference(typed.reference)
  const reference = `${wanted.slice(0, 5)}-${wanted.slice(5)}`
  const dues = await ctx.db.dues.findUnique({
    where: { reference },
    include: { member: { select: { lastName: true, legalName: true, label: true } } },
  })
  const name = fold(typed.name)
  const names = dues
    ? [dues.member.lastName, dues.member.legalName, dues.member.label].map((each) => fold(each ?? ''))
    : []
  if (!dues || dues.settledOn !== null || name === '' || !names.includes(name))
    throw badField('reference', 'Aucune cotisation à régler ne porte cette référence et ce nom.')
  return dues.id
}
