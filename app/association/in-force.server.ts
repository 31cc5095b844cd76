import { parseStatutes } from '~/statutes/parse-statutes'
import type { Statutes } from '~/statutes/schema'
import { dateColumn, isoDate } from '~/platform/dates'
import { inModelOrder } from './model-order'
import type { Db, Tx } from '~/platform/db.server'

export type StatutesInForce = {
  id: string
  statutes: Statutes
  effectiveFrom: string
  adoptedOn: string
  adoptedBy: string
}

/** A version never changes once recorded: parsed once per process. */
const parsed = new Map<string, StatutesInForce>()

type Row = { id: string; effectiveFrom: Date; adoptedOn: Date; adoptedBy: string; settings: unknown }

function read(row: Row): StatutesInForce {
  const known = parsed.get(row.id)
  if (known) return known
  const result = parseStatutes(inModelOrder(row.settings))
  if (!result.ok) throw new Error(`statutes version ${row.id} is not valid: ${result.faults[0]?.path ?? ''}`)
  const version = {
    id: row.id,
    statutes: result.statutes,
    effectiveFrom: isoDate(row.effectiveFrom),
    adoptedOn: isoDate(row.adoptedOn),
    adoptedBy: row.adoptedBy,
  }
  parsed.set(row.id, version)
  return version
}

/** The statutes in force on a civil day 'YYYY-MM-DD': acts are judged by the version of their day. */
export async function statutesInForce(db: Db | Tx, on: string): Promise<StatutesInForce> {
  const row = await db.statutesVersion.findFirst({
    where: { effectiveFrom: { lte: dateColumn(on) } },
    orderBy: { effectiveFrom: 'desc' },
  })
  if (!row) throw new Error(`no statutes in force on ${on}`)
  return read(row)
}

/** The version under which a meeting is held. */
export async function statutesVersion(db: Db | Tx, id: string): Promise<StatutesInForce> {
  return parsed.get(id) ?? read(await db.statutesVersion.findUniqueOrThrow({ where: { id } }))
}

/** False on an empty database: nothing but its installation is served then. */
export const hasAssociation = async (db: Db | Tx): Promise<boolean> => (await db.association.count()) > 0

/** To whom one may write; null while there is no association. */
export const contactOf = (db: Db | Tx) =>
  db.association.findUnique({ where: { id: 1 }, select: { name: true, email: true } })

/** Name, seat and identifiers of the association. */
export async function association(db: Db | Tx) {
  return db.association.findUniqueOrThrow({ where: { id: 1 } })
}
