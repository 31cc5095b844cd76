import { z } from 'zod'
import type { Context } from '~/platform/context'
import { handles, isDisciplinary } from './letter-access.server'

const LETTER_PAGE = /^\/courriers\/([^/.]+)$/

/**
 * Whether an address is that of a disciplinary letter which the actor handles (6.4-a): it belongs with the members, the other
 * letters with the dues. False for a letter that he may not see, whatever it is.
 */
export async function showsDisciplinaryLetter(ctx: Context, pathname: string): Promise<boolean> {
  const id = z.uuid().safeParse(LETTER_PAGE.exec(pathname)?.[1])
  if (!id.success) return false
  const letter = await ctx.db.registeredLetter.findUnique({
    where: { id: id.data },
    select: { id: true, kind: true, memberId: true, subjectId: true },
  })
  return letter !== null && isDisciplinary(letter.kind) && handles(ctx.db, ctx, letter)
}
