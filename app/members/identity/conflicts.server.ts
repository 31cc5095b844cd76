import type { MemberKind } from '~/generated/prisma/enums'
import type { Tx } from '~/platform/db.server'

/** What must be its own in a member: the number, the RPPS, the e-mail of a person, the identifiers of a body. */
export type Unique = {
  /** what it is called in messages: « ligne 12 » */
  where: string
  /** the member it already is, not to be compared with itself */
  memberId?: string | null
  kind: MemberKind
  number?: number | null
  rpps?: string | null
  email?: string | null
  siret?: string | null
  finess?: string | null
  rna?: string | null
}
type Field = 'number' | 'rpps' | 'email' | 'siret' | 'finess' | 'rna'
export type Conflict = { field: Field; message: string }
type Owner = { where: string; memberId: string | null }

const NAMES: Record<Field, string> = {
  number: 'Ce numéro de membre',
  rpps: 'Ce numéro RPPS',
  email: 'Cette adresse',
  siret: 'Ce numéro SIRET',
  finess: 'Ce numéro FINESS',
  rna: 'Ce numéro RNA',
}
const FIELDS = ['number', 'rpps', 'email', 'siret', 'finess', 'rna'] as const satisfies Field[]

/** A body may be written to at an address that others use, and a person may share the identifiers of a practice. */
function own(unique: Unique, field: Field): string | null {
  if (field === 'email' && unique.kind === 'BODY') return null
  if ((field === 'siret' || field === 'finess' || field === 'rna') && unique.kind === 'PERSON') return null
  const value = unique[field]
  return value === null || value === undefined ? null : String(value)
}

/**
 * What these members would share with another, recorded or in the same list; as many answers as members, in their order.
 * Exact only under `lockMembers`; before, it is what a dry run can say.
 */
export async function findConflicts(tx: Tx, candidates: readonly Unique[]): Promise<Conflict[][]> {
  const owners = await recordedOwners(tx, candidates)
  return candidates.map((candidate) =>
    FIELDS.flatMap((field) => {
      const value = own(candidate, field)
      if (value === null) return []
      const key = `${field}:${value}`
      const owner = owners.get(key)
      if (!owner) owners.set(key, { where: candidate.where, memberId: candidate.memberId ?? null })
      if (!owner || (owner.memberId !== null && owner.memberId === candidate.memberId)) return []
      return [{ field, message: sentence(field, owner.where) }]
    }),
  )
}

function sentence(field: Field, where: string): string {
  if (field !== 'email') return `${NAMES[field]} est déjà celui de ${where}.`
  return `Cette adresse est déjà celle de ${where} : chaque personne se connecte avec la sienne.`
}

type Recorded = { id: string; kind: MemberKind; label: string; number: number } & Record<
  Exclude<Field, 'number'>,
  string | null
>

async function recordedOwners(tx: Tx, candidates: readonly Unique[]): Promise<Map<string, Owner>> {
  const values = (field: Field) => [...new Set(candidates.flatMap((each) => own(each, field) ?? []))]
  const found = await tx.$queryRaw<Recorded[]>`
    select m.id, m.kind::text as kind, m.label, m.number, m.rpps, m.siret, m.finess, m.rna, a.email
      from "Member" m left join "Account" a on a.id = m."accountId"
     where m.number = any(${values('number').map(Number)}::int[]) or m.rpps = any(${values('rpps')}::text[])
        or a.email = any(${values('email')}::text[])
        or (m.kind = 'BODY' and (m.siret = any(${values('siret')}::text[]) or m.finess = any(${values('finess')}::text[])
            or m.rna = any(${values('rna')}::text[])))`
  const owners = new Map<string, Owner>()
  for (const member of found)
    for (const field of FIELDS) {
      const value = own({ ...member, where: '' }, field)
      if (value !== null)
        owners.set(`${field}:${value}`, { where: `${member.label} (membre n° ${member.number})`, memberId: member.id })
    }
  return owners
}
