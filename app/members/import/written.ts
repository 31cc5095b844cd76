import { z } from 'zod'
import { isoDate } from '~/platform/dates'
import type { Member } from '~/generated/prisma/client'
import { identityFields } from '../identity/member.form'
import type { ImportPlan } from './plan-import.server'

const identity = z.record(z.string(), z.string().nullable())
/** What an import wrote, as it is kept to be undone. */
export const writtenSchema = z.object({
  created: z.array(z.uuid()),
  changed: z.array(z.object({ memberId: z.uuid(), before: identity, after: identity })),
  /** changes that cannot be taken back: a consent is a fact */
  consents: z.number().int(),
})
export type Written = z.output<typeof writtenSchema>

/** Every field of an identity, of people and of bodies. */
export const IDENTITY_FIELDS = [
  ...new Set([...Object.keys(identityFields.person), ...Object.keys(identityFields.body)]),
].filter((field) => field !== 'kind')

/** The identity of a recorded member, in civil dates. */
export function identityOf(member: Member): Record<string, string | null> {
  const recorded: Record<string, unknown> = { ...member, bornOn: member.bornOn && isoDate(member.bornOn) }
  return Object.fromEntries(
    IDENTITY_FIELDS.map((field) => [field, typeof recorded[field] === 'string' ? recorded[field] : null]),
  )
}

export function writtenBy({ changes }: ImportPlan, created: string[]): Written {
  const changed = changes.map(({ before, identity: next }) => {
    const recorded = identityOf(before)
    return { memberId: before.id, before: recorded, after: { ...recorded, ...withoutKind(next) } }
  })
  return { created, changed, consents: changes.filter(({ consent }) => consent !== null).length }
}

const withoutKind = ({ kind: _kind, ...identity }: ImportPlan['changes'][number]['identity']) => identity
