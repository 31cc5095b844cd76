import type { Member } from '~/generated/prisma/client'
import type { Tx } from '~/platform/db.server'
import { isoDate } from '~/platform/dates'
import { fold } from '~/platform/folding'
import { normalise } from '../identity/identifiers'
import { agreement, type Key } from './agreement'
import type { ReadLine } from './read-line'

export type Match = {
  member: Member | null
  faults: string[]
  notes: string[]
  /** waits on the answer about namesakes */
  namesake: string | null
  /** the family name changes and the keys say that it is the same person: shown apart */
  renamed: boolean
}

const KEYS = ['number', 'rpps', 'siret', 'finess', 'email'] as const satisfies Key[]
export const NOBODY: Match = { member: null, faults: [], notes: [], namesake: null, renamed: false }

/**
 * The recorded member that each line speaks of: whoever bears its number, its RPPS, (a body) its SIRET or FINESS, or its e-mail, and
 * agrees with it (see `agreement`). Keys that designate two members, or a member who is somebody else, refuse the line; a name alone
 * designates nobody.
 */
export async function matchMembers(tx: Tx, lines: readonly ReadLine[]): Promise<Match[]> {
  const found = await membersWith(tx, lines)
  const byKey = new Map(found.flatMap((member) => KEYS.flatMap((key) => entry(key, valueOf(member, key), member))))
  const names = await recordedNames(tx)
  return lines.map((line) => {
    const designated = KEYS.flatMap((key) => {
      const member = byKey.get(`${key}:${saidOf(line, key)}`)
      return member ? [{ key, member }] : []
    })
    const [first] = designated
    if (!first) return { ...NOBODY, ...namesakeOf(line, names) }
    const other = designated.find(({ member }) => member.id !== first.member.id)
    const said = { kind: line.kind, ...line.given }
    const verdicts = designated.map(({ key, member }) => ({ key, ...agreement(said, recorded(member), key) }))
    const against = verdicts.flatMap(({ fault }) => fault ?? [])[0]
    if (against) return { ...NOBODY, member: first.member, faults: [against] }
    if (other)
      return {
        ...NOBODY,
        member: first.member,
        faults: [
          `${KEY_NAMES[first.key]} est celui de ${who(first.member)}, ${KEY_NAMES[other.key]} celui de ${who(other.member)}.`,
        ],
      }
    return { ...NOBODY, member: first.member, renamed: verdicts.some(({ renamed }) => renamed) }
  })
}

const KEY_NAMES: Record<Key, string> = { number: 'Le numéro', rpps: 'le RPPS', siret: 'le SIRET', finess: 'le FINESS', email: 'le courriel' } // prettier-ignore
const who = ({ label, number }: Member) => `${label} (n° ${number})`
const recorded = (member: Member) => ({ ...member, bornOn: member.bornOn && isoDate(member.bornOn) })

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

type Names = Map<string, { who: string; rpps: string | null; recorded: boolean }>

/** Nobody bears its keys, but somebody bears its name: without a key it is refused; with one, a recorded namesake is asked about. */
function namesakeOf(line: ReadLine, names: Names): Partial<Match> {
  const name = nameKey(line.kind, line.given.legalName ?? `${line.given.lastName ?? ''} ${line.given.firstName ?? ''}`)
  const known = names.get(name)
  const keyless = KEYS.every((key) => saidOf(line, key) === null)
  const rpps = saidOf(line, 'rpps')
  if (!known) names.set(name, { who: `la ligne ${line.line}`, rpps, recorded: false })
  if (!known) return {}
  if (keyless)
    return {
      faults: [
        `Du même nom que ${known.who} : ajoutez un numéro, un RPPS, un SIRET ou un courriel pour savoir si c’est le même.`,
      ],
    }
  const told = `Du même nom que ${known.who} : sera un autre membre.`
  const surelyOther = rpps !== null && known.rpps !== null && rpps !== known.rpps
  return known.recorded && !surelyOther ? { namesake: known.who, notes: [told] } : { notes: [told] }
}

const nameKey = (kind: string, name: string) => `${kind} ${fold(name)}`

async function recordedNames(tx: Tx): Promise<Names> {
  const rows = await tx.$queryRaw<{ kind: string; sortName: string; number: number; rpps: string | null }[]>`
    select kind::text as kind, "sortName", number, rpps from "Member" where "leftOn" is null`
  return new Map(
    rows.map(({ kind, sortName, number, rpps }) => [
      nameKey(kind, sortName),
      { who: `${sortName} (membre n° ${number})`, rpps, recorded: true },
    ]),
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
