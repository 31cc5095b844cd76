import type { Db } from '~/platform/db.server'
import { toVerify } from '~/platform/http/verify.server'
import { FORM_CHOICES, type Choice } from './choices'

type Asked = { resolutionId: string; member: string[]; choice: Choice }

/** A secret vote is final: sent by a form that did not say its choice back, it is not cast yet. Null for any other. */
export async function unconfirmedChoice(db: Db, form: FormData, { resolutionId, member, choice }: Asked) {
  const resolution = await db.resolution.findUnique({ where: { id: resolutionId }, select: { secret: true } })
  if (!resolution?.secret) return null
  return toVerify(form, { resolutionId, members: member, choice: FORM_CHOICES[choice] })
}

export type UnconfirmedChoice = NonNullable<Awaited<ReturnType<typeof unconfirmedChoice>>>['verify']
