import type { Context } from '~/platform/context'

/** The telephone and address that a member may correct. */
export const ownContact = (ctx: Context, memberId: string) =>
  ctx.db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { phone: true, street: true, postcode: true, town: true },
  })
