import type { Temporal } from 'temporal-polyfill'
import type { Actor, ActingFor, Powers } from '~/platform/context'
import { parisDate } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { findSession } from '~/platform/session.server'
import { instantFromDate } from '~/platform/dates'
import { OFFICE_LABELS } from './office-labels'

/** Who is signed in, what he may speak for and do today; null when nobody is. */
export async function loadActor(db: Db, request: Request, now: Temporal.Instant): Promise<Actor | null> {
  const session = await findSession(db, request.headers.get('cookie'), now)
  if (!session) return null
  const today = new Date(parisDate(now))
  const current = { from: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] }
  const stillMember = { OR: [{ leftOn: null }, { leftOn: { gt: today } }] }
  const [member, representations, delegations, staff] = await Promise.all([
    db.member.findFirst({ where: { accountId: session.accountId, ...stillMember }, select: memberFields }),
    db.representative.findMany({
      where: { accountId: session.accountId, ...current, member: stillMember },
      select: { kind: true, quality: true, member: { select: memberFields } },
    }),
    db.delegation.findMany({
      where: {
        toAccountId: session.accountId,
        startsOn: { lte: today },
        AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: today } }] }, { OR: [{ revokedOn: null }, { revokedOn: { gt: today } }] }],
        mandate: { endedOn: null },
      },
      select: { kind: true, powers: true, mandate: { select: { office: true, memberId: true } } },
    }),
    db.staff.count({ where: { accountId: session.accountId, ...current } }),
  ])
  const actingFor: ActingFor[] = [
    ...(member ? [{ memberId: member.id, label: member.label, category: member.category, as: 'self' as const, quality: null }] : []),
    ...representations.map(({ kind, quality, member }) => ({
      memberId: member.id,
      label: member.label,
      category: member.category,
      as: 'representative' as const,
      quality: kind === 'LEGAL' ? `${quality}, représentation légale` : `${quality}, par mandat`,
    })),
  ]
  const members = [member, ...representations.filter(({ kind }) => kind === 'LEGAL').map(({ member }) => member)]
  const mandates: Powers[] = members.flatMap((held) =>
    (held?.mandates ?? [])
      .filter(({ from, endedOn }) => from <= today && (endedOn === null || endedOn > today))
      .map(({ office }) => ({ office, via: 'mandate' as const, powers: 'all' as const, memberId: held?.id ?? null, label: OFFICE_LABELS[office] ?? office })),
  )
  const lent: Powers[] = delegations.map(({ kind, powers, mandate }) => ({
    office: mandate.office,
    via: kind === 'DELEGATION' ? 'delegation' : 'replacement',
    powers: kind === 'DELEGATION' ? powers : 'all',
    memberId: null,
    label: `${OFFICE_LABELS[mandate.office] ?? mandate.office} (${kind === 'DELEGATION' ? 'par délégation' : 'en remplacement'})`,
  }))
  return {
    accountId: session.accountId,
    sessionId: session.id,
    name: session.account.name,
    email: session.account.email,
    actingFor,
    offices: [...mandates, ...lent],
    coordinator: staff > 0,
    authenticatedAt: instantFromDate(session.authenticatedAt),
  }
}

const memberFields = {
  id: true,
  label: true,
  category: true,
  mandates: { select: { office: true, from: true, endedOn: true } },
} as const
