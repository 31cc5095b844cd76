import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import { transact, type Db, type Tx } from '~/platform/db.server'
import { fold } from '~/platform/folding'
import { badField, notFound } from '~/platform/refusal'
import { demandFresh } from '~/platform/sign-in/demand-fresh.server'
import { endMembership } from '../end-membership.server'
import { mailAcknowledgement, mailNotice } from './resignation-mails.server'
import type { ResignationInput } from './resignation.form'
import { whatIsLeft } from './what-is-left.server'

/** The memberships that an account may end of its own will: its own, and those of the bodies that it represents by law (6.2-d). */
export async function resignable(
  db: Db | Tx,
  { accountId, today }: { accountId: string; today: string },
): Promise<{ id: string; label: string; kind: 'PERSON' | 'BODY'; leftOn: Date | null }[]> {
  const day = dateColumn(today)
  return db.member.findMany({
    where: {
      OR: [
        { kind: 'PERSON', accountId },
        {
          kind: 'BODY',
          representatives: {
            some: { accountId, kind: 'LEGAL', from: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] },
          },
        },
      ],
    },
    select: { id: true, label: true, kind: true, leftOn: true },
    orderBy: [{ kind: 'asc' }, { sortName: 'asc' }],
  })
}

/**
 * 6.4-a, art. 4 of the law of 1901: a member resigns, at any time, with effect on receipt: now. A body does by its legal
 * representative. Asks for a fresh proof of identity and for the name. Refused: somebody else (404), the wrong name. Pressed
 * twice, he resigns once.
 */
export async function resign(ctx: Context, input: ResignationInput): Promise<void> {
  const { memberId, confirmation, text } = input
  const today = parisDate(ctx.now)
  const mine = await resignable(ctx.db, { accountId: ctx.actor.accountId, today })
  const member = mine.find(({ id }) => id === memberId)
  if (!member) throw notFound()
  demandFresh(ctx)
  if (fold(confirmation) !== fold(member.label))
    throw badField('confirmation', `Ce n’est pas le nom attendu : écrivez « ${member.label} ».`)
  await transact(ctx.db, async (tx) => {
    if (await resignedAlready(tx, memberId, today)) return
    const left = await whatIsLeft(tx, { memberId, on: today })
    const facts = { memberId, channel: 'online' as const, receivedOn: today, on: today, left }
    await mailNotice(tx, ctx, { ...facts, label: member.label, text })
    await endMembership(tx, ctx, { memberId, kind: 'RESIGNED', on: today })
    await tx.resignation.create({
      data: {
        memberId,
        channel: 'online',
        receivedOn: dateColumn(today),
        text,
        recordedById: ctx.actor.accountId,
        recordedAt: dateFromInstant(ctx.now),
      },
      select: { id: true },
    })
    await mailAcknowledgement(tx, ctx, facts)
  })
}

/** Waits for a press of the same button, then says whether it was enough. */
async function resignedAlready(tx: Tx, memberId: string, today: string): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`resignation:${memberId}`}, 0))`
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { leftOn: true } })
  if (member.leftOn === null || member.leftOn > dateColumn(today)) return false
  return (await tx.resignation.count({ where: { memberId, channel: 'online', receivedOn: dateColumn(today) } })) > 0
}
