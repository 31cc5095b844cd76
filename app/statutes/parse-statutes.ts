import { contradictions } from './contradictions'
import { faultsOf, frenchErrors, type Fault } from './faults'
import { statutesSchema, type Statutes } from './schema'

export type ParsedStatutes = { ok: true; statutes: Statutes } | { ok: false; faults: Fault[] }

/** Reads statutes: the shape first, then what they say against themselves. `prefix` is where they stand in a larger file. */
export function parseStatutes(input: unknown, prefix: readonly string[] = []): ParsedStatutes {
  const parsed = statutesSchema.safeParse(input, { error: frenchErrors })
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error, prefix) }
  const faults = contradictions(parsed.data, prefix)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, statutes: parsed.data }
}
