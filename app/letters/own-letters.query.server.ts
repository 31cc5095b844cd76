import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { LETTER_KIND_NAMES, letterKind } from './kinds'
import { readLetterBody } from './letter-body'

/** The posted letters that invite the actor, or who he speaks for, to explain himself; the latest first. */
export async function ownLetters(ctx: Context) {
  const letters = await ctx.db.registeredLetter.findMany({
    where: {
      memberId: { in: ctx.actor.actingFor.map(({ memberId }) => memberId) },
      kind: { in: LETTER_KIND_NAMES.filter((kind) => letterKind(kind).answer) },
      depositedOn: { not: null },
    },
    orderBy: { id: 'desc' },
    include: { member: { select: { label: true } } },
  })
  const answered = await ctx.db.explanation.findMany({
    where: { letterId: { in: letters.map(({ id }) => id) } },
    select: { letterId: true },
  })
  const done = new Set(answered.map(({ letterId }) => letterId))
  return letters.map(({ id, body, member, depositedOn }) => ({
    id,
    subject: readLetterBody(body).subject,
    member: member.label,
    depositedOn: depositedOn && isoDate(depositedOn),
    answered: done.has(id),
  }))
}
