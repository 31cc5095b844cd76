import type { RegisteredLetter } from '~/generated/prisma/client'
import type { Context } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { may } from '~/platform/permissions'
import { notFound } from '~/platform/refusal'
import { LETTER_KIND_NAMES, letterKind, type LetterKind } from './kinds'

/** The kinds of letters that the actor writes and posts. */
export const ownKinds = (ctx: Context): LetterKind[] =>
  LETTER_KIND_NAMES.filter((kind) => may(ctx.actor, letterKind(kind).power))

/** Whether the actor handles this letter; nobody handles a case against himself. */
export function handles(ctx: Context, { kind, memberId }: Pick<RegisteredLetter, 'kind' | 'memberId'>): boolean {
  const { power } = letterKind(kind)
  return may(ctx.actor, power) && !(power === 'discipline.manage' && isConcerned(ctx, memberId))
}

/** Whether the actor is the member to whom a letter is written, or speaks for him. */
export const isConcerned = (ctx: Context, memberId: string): boolean =>
  ctx.actor.actingFor.some((own) => own.memberId === memberId)

/** A letter that the actor handles; 404 for the others, revealing nothing. */
export async function demandLetter(db: Db | Tx, ctx: Context, letterId: string): Promise<RegisteredLetter> {
  const letter = await db.registeredLetter.findUnique({ where: { id: letterId } })
  if (!letter || !handles(ctx, letter)) throw notFound()
  return letter
}
