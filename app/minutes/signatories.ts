import type { Actor } from '~/platform/context'

export type SignatoryRole = 'president' | 'secretary' | 'officer'

export type Sitting = {
  body: 'bureau' | 'ago' | 'age'
  chairMemberId: string | null
  secretaryAccountId: string | null
  /** members who were there, for a while at least */
  presences: readonly { memberId: string }[]
}

/** What must be read of a meeting to know who signs its minutes. */
export const SITTING = {
  body: true,
  chairMemberId: true,
  secretaryAccountId: true,
  presences: { select: { memberId: true } },
} as const

export const ROLE_LABELS: Record<SignatoryRole, string> = {
  president: 'Présidence de séance',
  secretary: 'Secrétariat de séance',
  officer: 'Membre du Bureau',
}

/** Who must sign: the President and another member of the Bureau (8.3-c); for an assembly, the President and the secretary. */
export const rolesFor = (body: Sitting['body']): SignatoryRole[] =>
  body === 'bureau' ? ['president', 'officer'] : ['president', 'secretary']

/**
 * The role in which the actor may sign, among those still open; null when none. One person signs once. A member of the Bureau
 * attests a meeting where he was (8.3-c); where nobody but the chair came, any of them does.
 */
export function roleOf(
  actor: Actor,
  sitting: Sitting,
  open: readonly SignatoryRole[],
): { role: SignatoryRole; quality: string } | null {
  const presides = actor.actingFor.some(({ memberId }) => memberId === sitting.chairMemberId)
  if (presides)
    return open.includes('president') ? { role: 'president', quality: quality(actor, 'présidence de séance') } : null
  if (open.includes('secretary') && sitting.secretaryAccountId === actor.accountId)
    return { role: 'secretary', quality: quality(actor, 'secrétariat de séance') }
  if (!open.includes('officer')) return null
  const officer = actor.offices.find(({ via }) => via === 'mandate')
  const others = sitting.presences.filter(({ memberId }) => memberId !== sitting.chairMemberId)
  const there = actor.actingFor.some(({ memberId }) => others.some((other) => other.memberId === memberId))
  if (there || (others.length === 0 && officer))
    return { role: 'officer', quality: officer?.label ?? 'membre du Bureau à la date de la réunion' }
  return null
}

function quality(actor: Actor, fallback: string): string {
  return actor.offices.find(({ via }) => via !== 'delegation')?.label ?? fallback
}
