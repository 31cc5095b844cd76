import { z } from 'zod'
import type { Reason } from '~/statutes/ruling'

const reasons = z.custom<Reason[]>((value) => Array.isArray(value))
const ruling = z.object({ reasons })

/** The reasons of a ruling kept as JSON with the act that it allowed; none when nothing was kept. */
export function reasonsOf(stored: unknown): Reason[] {
  const read = ruling.safeParse(stored)
  return read.success ? read.data.reasons : []
}
