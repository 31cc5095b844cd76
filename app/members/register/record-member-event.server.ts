import { Temporal } from 'temporal-polyfill'
import { statutesInForce } from '~/association/in-force.server'
import type { MemberKind } from '~/generated/prisma/enums'
import { parisDate } from '~/platform/clock.server'
import type { Context, SystemContext } from '~/platform/context'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Db, Tx } from '~/platform/db.server'
import { journal } from '~/platform/journal.server'
import { spelt } from '~/platform/journal-acts'
import { notFound, Refusal } from '~/platform/refusal'
import type { Reason } from '~/statutes/ruling'
import { foldEvent, foldEvents, type Membership, type MembershipEvent } from './fold-events'
import { objection } from './may-follow'
import { EVENT_ORDER, eventOf, projectionColumns } from './membership-rows'

export type NewMemberEvent = MembershipEvent & {
  memberId: string
  reason?: string | null
  resolutionId?: string | null
  /** see `Origin` */
  takenOver?: boolean
  repriseId?: string | null
}

/**
 * Appends one dated event to a membership and writes what the events now make of it: the only writer of category,
 * admission, departure and suspension of a member. `until` is the last day of a suspension, included. Whoever calls has
 * judged the right to do so (an office, or the assembly's vote). Refused (409, with its article) when the event cannot
 * follow those recorded.
 */
export async function recordMemberEvent(
  tx: Tx,
  ctx: Context | SystemContext,
  input: NewMemberEvent,
): Promise<Membership> {
  const [member] = await tx.$queryRaw<{ kind: MemberKind }[]>`
    select kind::text as kind from "Member" where id = ${input.memberId}::uuid for no key update`
  if (!member) throw notFound()
  const { against, state, rows } = await judgedEvent(tx, input, { today: parisDate(ctx.now), kind: member.kind })
  if (against) throw new Refusal(against.sentence, { reasons: [against] })
  const next = foldEvent(state, input)
  if (!next) throw new Error('an event was accepted for a membership that does not exist')
  await tx.memberEvent.create({ data: { ...eventRow(ctx, input), recordedAt: after(rows.at(-1)?.recordedAt, ctx) } })
  await tx.member.update({ where: { id: input.memberId }, data: projectionColumns(next), select: { id: true } })
  await journal(tx, ctx, {
    act: `member.${spelt(input.kind)}`,
    subject: 'Member',
    subjectId: input.memberId,
    details: {
      on: input.on,
      ...(input.category && { category: input.category }),
      ...(input.until && { until: input.until }),
    },
  })
  return next
}

/** Why this event could not follow what is recorded, were it written on `today`; null when it could. */
export async function eventObjection(tx: Db | Tx, input: NewMemberEvent, today: string): Promise<Reason | null> {
  const { kind } = await tx.member.findUniqueOrThrow({ where: { id: input.memberId }, select: { kind: true } })
  return (await judgedEvent(tx, input, { today, kind })).against
}

async function judgedEvent(tx: Db | Tx, input: NewMemberEvent, { today, kind }: { today: string; kind: MemberKind }) {
  const [rows, { statutes }] = await Promise.all([
    tx.memberEvent.findMany({ where: { memberId: input.memberId }, orderBy: EVENT_ORDER }),
    statutesInForce(tx, today),
  ])
  const events = rows.map(eventOf)
  const state = foldEvents(events)
  const lastOn = events.findLast(({ on }) => on <= today)?.on ?? null
  const against = objection(state, input, { today, kind, lastOn, categories: Object.keys(statutes.categories) })
  return { against, state, rows }
}

/** Now, and after the event before: two events of one moment keep the order in which they were recorded. */
function after(last: Date | undefined, { now }: Context | SystemContext): Date {
  return dateFromInstant(
    Temporal.Instant.fromEpochMilliseconds(Math.max(now.epochMilliseconds, (last?.getTime() ?? 0) + 1)),
  )
}

/** The row of an event, by whoever acts now. */
export function eventRow(ctx: Context | SystemContext, event: NewMemberEvent) {
  return {
    memberId: event.memberId,
    kind: event.kind,
    on: dateColumn(event.on),
    // of no other event
    category: event.kind === 'ADMITTED' || event.kind === 'CATEGORY_CHANGED' ? (event.category ?? null) : null,
    until: event.until ? dateColumn(event.until) : null,
    reason: event.reason ?? null,
    resolutionId: event.resolutionId ?? null,
    takenOver: event.takenOver ?? false,
    repriseId: event.repriseId ?? null,
    recordedById: ctx.actor?.accountId ?? null,
    recordedAt: dateFromInstant(ctx.now),
  }
}
