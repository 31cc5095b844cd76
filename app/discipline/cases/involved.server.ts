import type { CaseKind } from '~/generated/prisma/enums'
import type { Actor } from '~/platform/context'
import type { Db, Tx } from '~/platform/db.server'
import { lasting, presidency, running } from '~/offices/mandates.server'
import { impartialOrgan } from '~/statutes/exclusion'
import type { Organ } from '~/statutes/organs'
import type { Statutes } from '~/statutes/schema'

type Concerned = { kind: CaseKind; memberId: string; recusals: { memberId: string }[] }

/**
 * Who cannot decide on a case: the member himself, those recused, and any member whose account speaks for one of them (the
 * director of a legal person is not a judge of it).
 */
export async function involvedMembers(tx: Db | Tx, { memberId, recusals }: Omit<Concerned, 'kind'>) {
  const named = [memberId, ...recusals.map((each) => each.memberId)]
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with voice as (
      select m.id, m."accountId" from "Member" m where m."accountId" is not null
      union all select r."memberId", r."accountId" from "Representative" r where r."accountId" is not null and r.until is null)
    select distinct b.id from voice a join voice b on b."accountId" = a."accountId" where a.id = any(${named}::uuid[])`
  return new Set([...named, ...rows.map(({ id }) => id)])
}

/** Whether the actor is one of them. */
export const isInvolved = (actor: Actor, involved: ReadonlySet<string>): boolean =>
  actor.actingFor.some(({ memberId }) => involved.has(memberId)) ||
  actor.offices.some(({ memberId }) => memberId !== null && involved.has(memberId))

/** The organ that must decide today (6.4-a, 6.4-c, 6.1-b), and why it is not the one of the statutes. */
export async function decidingOrgan(
  tx: Db | Tx,
  statutes: Statutes,
  concerned: Concerned,
  today: string,
): Promise<{ organ: Organ; reason: string | null }> {
  if (concerned.kind === 'FOUNDER_LOSS')
    return { organ: 'ago', reason: 'La perte de la qualité de fondateur est décidée par l’assemblée.' }
  const [involved, { mandate, vacant }, seats] = await Promise.all([
    involvedMembers(tx, concerned),
    presidency(tx, today),
    tx.mandate.findMany({ where: lasting(today), select: { memberId: true }, distinct: ['memberId'] }),
  ])
  const replacing = mandate ? await replacers(tx, mandate.id, today) : []
  const presidentRecused =
    (mandate !== null && !vacant && involved.has(mandate.memberId)) || replacing.some((id) => involved.has(id))
  const bureauRecused = seats.filter(({ memberId }) => involved.has(memberId)).length
  const { exclusionBy, suspensionBy } = statutes.discipline
  const by = concerned.kind === 'SUSPENSION' ? suspensionBy : exclusionBy
  const organ = impartialOrgan(by, { presidentRecused, bureauRecused })
  if (organ === by) return { organ, reason: null }
  const reason =
    by === 'president'
      ? 'Le Président ne peut être juge de cette affaire : l’assemblée décide à sa place.'
      : 'Un membre du Bureau ne peut être juge de cette affaire : l’assemblée décide à la place du Bureau.'
  return { organ, reason }
}

async function replacers(tx: Db | Tx, mandateId: string, today: string): Promise<string[]> {
  const found = await tx.delegation.findMany({
    where: { ...running(today), kind: 'REPLACEMENT', mandateId },
    select: { to: { select: { member: { select: { id: true } }, representations: { select: { memberId: true } } } } },
  })
  return found.flatMap(({ to }) => [
    ...(to.member ? [to.member.id] : []),
    ...to.representations.map(({ memberId }) => memberId),
  ])
}
