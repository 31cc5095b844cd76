import type { Member } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import { fold } from '../folding'
import { normalise } from '../identifiers'
import type { ReadLine } from './read-line'

export type Match = { member: Member | null; faults: string[]; notes: string[] }

type Key = 'number' | 'rpps' | 'siret' | 'finess' | 'email'
const KEYS = ['number', 'rpps', 'siret', 'finess', 'email'] as const satisfies Key[]

/**
 * The recorded member that each line speaks of: by its number, else its RPPS, else (a body) its SIRET or FINESS, else its
 * e-mail. A number alone does not make somebody out of somebody else; a name alone makes nobody.
 */
export async function matchMembers(tx: Tx, lines: readonly ReadLine[]): Promise<Match[]> {
  const found = await membersWith(tx, lines)
  const byKey = new Map(found.flatMap((member) => KEYS.flatMap((key) => entry(key, valueOf(member, key), member))))
  const names = await recordedNames(tx)
  return lines.map((line) => {
    const key = KEYS.find((each) => byKey.has(`${each}:${saidOf(line, each)}`))
    const member = key ? (byKey.get(`${key}:${saidOf(line, key)}`) ?? null) : null
    if (member) return { member, faults: mistaken(line, member, key), notes: [] }
    return { member: null, ...homonym(line, names) }
  })
}

const entry = (key: Key, value: string | null, member: Member): [string, Member][] =>
  value === null ? [] : [[`${key}:${value}`, member]]

function saidOf(line: ReadLine, key: Key): string | null {
  if (key === 'number') return line.number === null ? null : String(line.number)
  if (line.kind === 'PERSON' && (key === 'siret' || key === 'finess')) return null
  if (line.kind === 'BODY' && key === 'rpps') return null
  const said = line.given[key]
  if (said === undefined) return null
  return key === 'email' ? `${line.kind} ${said.trim().toLowerCase()}` : normalise(said)
}

function valueOf(member: Member, key: Key): string | null {
  if (key === 'number') return String(member.number)
  if (key === 'email') return member.email === null ? null : `${member.kind} ${member.email}`
  return member.kind === 'PERSON' && key !== 'rpps' ? null : member[key]
}

/** The same number for another name, another kind: the numbers are those of another list. */
function mistaken(line: ReadLine, member: Member, key: Key | undefined): string[] {
  const who = `${member.label} (membre n° ${member.number})`
  if (line.kind !== member.kind)
    return [`Cette ligne parle d’une ${line.kind === 'BODY' ? 'structure' : 'personne'}, et désigne ${who}.`]
  const agrees = KEYS.some(
    (each) => each !== 'number' && saidOf(line, each) !== null && saidOf(line, each) === valueOf(member, each),
  )
  const name = fold(line.given.lastName ?? line.given.legalName ?? '')
  const same = name === '' || name === fold(member.lastName ?? member.legalName ?? '')
  return key === 'number' && !agrees && !same
    ? [`Le numéro ${member.number} est celui de ${who} : ce n’est pas le même nom.`]
    : []
}

function homonym(line: ReadLine, names: Map<string, string>): Omit<Match, 'member'> {
  const name = nameKey(line.kind, line.given.legalName ?? `${line.given.lastName ?? ''} ${line.given.firstName ?? ''}`)
  const known = names.get(name)
  const keyless = KEYS.every((key) => saidOf(line, key) === null)
  names.set(name, known ?? `la ligne ${line.line}`)
  if (known === undefined) return { faults: [], notes: [] }
  if (!keyless) return { faults: [], notes: [`Du même nom que ${known} : sera un autre membre.`] }
  return {
    faults: [
      `Du même nom que ${known} : ajoutez un numéro, un RPPS, un SIRET ou un courriel pour savoir si c’est le même.`,
    ],
    notes: [],
  }
}

const nameKey = (kind: string, name: string) => `${kind} ${fold(name)}`

async function recordedNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ kind: string; sortName: string; number: number }[]>`
    select kind::text as kind, "sortName", number from "Member" where "leftOn" is null`
  return new Map(
    rows.map(({ kind, sortName, number }) => [nameKey(kind, sortName), `${sortName} (membre n° ${number})`]),
  )
}

function membersWith(tx: Tx, lines: readonly ReadLine[]): Promise<Member[]> {
  const values = (key: Exclude<Key, 'number'>) =>
    lines.flatMap((line) => (line.given[key] === undefined ? [] : [normalise(line.given[key])]))
  const emails = lines.flatMap(({ given }) => (given.email === undefined ? [] : [given.email.trim().toLowerCase()]))
  const numbers = lines.flatMap(({ number }) => number ?? [])
  return tx.$queryRaw<Member[]>`
    select *, kind::text as kind from "Member"
     where number = any(${numbers}::int[]) or rpps = any(${values('rpps')}::text[]) or siret = any(${values('siret')}::text[])
        or finess = any(${values('finess')}::text[]) or lower(email) = any(${emails}::text[])`
}
