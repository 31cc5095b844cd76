import { fold, joinPhones } from '~/platform/folding'

type Named = {
  kind: 'PERSON' | 'BODY'
  civility?: string | null
  lastName?: string | null
  firstName?: string | null
  legalName?: string | null
}
type Searchable = Named & { number: number } & Partial<
    Record<'profession' | 'rpps' | 'finess' | 'siret' | 'rna' | 'email' | 'phone' | 'town', string | null>
  >

/** Titles that stay with the name; « M. » and « Mme » do not. */
const TITLES = ['Dr', 'Pr', 'Me']

/** « Dr Anne Martin », « Paul Roux ». */
export function personLabel(person: Omit<Named, 'kind'>): string {
  const title = person.civility && TITLES.includes(person.civility) ? person.civility : null
  return [title, person.firstName, person.lastName].filter(Boolean).join(' ')
}

/** The three forms of a member's name that the database keeps: to read, to sort, to search. */
export function namesOf(member: Searchable): { label: string; sortName: string; searchText: string } {
  const body = member.kind === 'BODY'
  const label = body ? (member.legalName ?? '') : personLabel(member)
  const sortName = body ? label : [member.lastName, member.firstName].filter(Boolean).join(' ')
  const others = [
    member.profession,
    member.rpps,
    member.finess,
    member.siret,
    member.rna,
    member.email,
    joinPhones(member.phone ?? ''),
    member.town,
  ]
  const searchText = fold([label, sortName, member.number, ...others].filter(Boolean).join(' '))
  return { label, sortName, searchText }
}
