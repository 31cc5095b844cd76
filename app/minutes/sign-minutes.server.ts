import type { Context } from '~/platform/context'
import { dateFromInstant } from '~/platform/dates'
import { transact, type Tx } from '~/platform/db.server'
import { enqueue } from '~/platform/jobs.server'
import { journal } from '~/platform/journal.server'
import { Refusal, notFound } from '~/platform/refusal'
import { appendRegister } from '~/platform/register/append.server'
import { demandFresh } from '~/platform/sign-in/demand-fresh.server'
import { sha256 } from '~/platform/secrets.server'
import { ROLE_LABELS, roleOf, rolesFor, SITTING, type SignatoryRole } from './signatories'
import { DELIBERATIONS } from './streams'

/**
 * Signs minutes in the role that the session gave (8.3-c), after a fresh proof of identity. With the last signature they
 * enter the register of deliberations under the next number, in the same transaction. Pressing twice signs once.
 */
export async function signMinutes(ctx: Context, minutesId: string): Promise<{ number: number | null }> {
  return transact(ctx.db, async (tx) => {
    await tx.$queryRaw`select 1 from "Minutes" where id = ${minutesId}::uuid for update`
    const minutes = await tx.minutes.findUnique({
      where: { id: minutesId },
      include: { signatures: true, meeting: { select: SITTING } },
    })
    if (!minutes) throw notFound()
    if (minutes.signatures.some(({ signedById }) => signedById === ctx.actor.accountId))
      return { number: minutes.number }
    if (minutes.state !== 'SIGNING') throw new Refusal('Ce texte n’est plus proposé à la signature.')
    const signed = minutes.signatures.map(({ role }) => role)
    const open = rolesFor(minutes.meeting.body).filter((role) => !signed.includes(role))
    const signatory = roleOf(ctx.actor, minutes.meeting, open)
    if (!signatory) throw notFound()
    demandFresh(ctx)
    if (sha256(minutes.body) !== minutes.bodyHash) throw new Error(`the text of minutes ${minutesId} was altered`)
    const signature = {
      minutesId,
      signedById: ctx.actor.accountId,
      role: signatory.role,
      name: ctx.actor.name,
      quality: signatory.quality,
      bodyHash: minutes.bodyHash,
      signedAt: dateFromInstant(ctx.now),
    }
    await tx.minutesSignature.create({ data: signature, select: { id: true } })
    await journal(tx, ctx, {
      act: 'minutes.signed',
      subject: 'Minutes',
      subjectId: minutesId,
      details: { role: signatory.role },
    })
    if (open.length > 1) return { number: null }
    return { number: await enterRegister(tx, ctx, minutes, [...minutes.signatures, signature]) }
  })
}

type Signed = { id: string; meetingId: string; kind: string; bodyHash: string; correctsId: string | null }
type Signature = { role: string; name: string; quality: string; signedAt: Date }

async function enterRegister(tx: Tx, ctx: Context, minutes: Signed, signatures: Signature[]): Promise<number> {
  const number = await appendRegister(tx, {
    stream: DELIBERATIONS,
    actor: ctx.actor.accountId,
    kind: minutes.kind,
    body: {
      minutesId: minutes.id,
      meetingId: minutes.meetingId,
      bodyHash: minutes.bodyHash,
      corrects: minutes.correctsId,
      signatures: signatures.map(({ role, name, quality, signedAt }) => ({
        role,
        name,
        quality,
        signedAt: signedAt.toISOString(),
      })),
    },
    now: ctx.now,
  })
  await tx.minutes.update({
    where: { id: minutes.id },
    data: { state: 'SIGNED', number, signedAt: dateFromInstant(ctx.now) },
    select: { id: true },
  })
  await enqueue(tx, 'publish-minutes', { minutesId: minutes.id }, { jobKey: `publish-minutes:${minutes.id}` })
  return number
}

/** Names of the roles that still have to sign. */
export function missingRoles(body: 'bureau' | 'ago' | 'age', signed: readonly string[]): string[] {
  return rolesFor(body)
    .filter((role: SignatoryRole) => !signed.includes(role))
    .map((role) => ROLE_LABELS[role])
}
