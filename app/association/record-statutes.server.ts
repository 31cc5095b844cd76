import type { Temporal } from 'temporal-polyfill'
import { canonical } from '~/platform/canonical'
import { dateColumn, dateFromInstant } from '~/platform/dates'
import type { Tx } from '~/platform/db.server'
import { sha256 } from '~/platform/secrets.server'
import { parseStatutes } from '~/statutes/parse-statutes'
import type { Statutes } from '~/statutes/schema'

/** Adds a dated version of the statutes, never edited afterwards; returns its id. Throws on statutes that are not valid. */
export async function recordStatutes(
  tx: Tx,
  settings: Statutes,
  adoption: { adoptedOn: string; adoptedBy: string; now: Temporal.Instant },
): Promise<string> {
  const read = parseStatutes(settings)
  if (!read.ok) throw new Error(`statutes: ${read.faults[0]?.path}: ${read.faults[0]?.message}`)
  const { id } = await tx.statutesVersion.create({
    data: {
      effectiveFrom: dateColumn(settings.effectiveFrom),
      adoptedOn: dateColumn(adoption.adoptedOn),
      adoptedBy: adoption.adoptedBy,
      settings,
      hash: sha256(canonical(settings)),
      recordedAt: dateFromInstant(adoption.now),
    },
    select: { id: true },
  })
  return id
}
