import type { Temporal } from 'temporal-polyfill'
import { canonical } from '../canonical'
import type { Tx } from '../db.server'

/** Appends one entry in the caller's transaction and returns its rank, from 1 and without gap. `body` is JSON. */
export async function appendRegister(
  tx: Tx,
  entry: { stream: string; actor: string; kind: string; body: unknown; now: Temporal.Instant },
): Promise<number> {
  const rows = await tx.$queryRaw<{ seq: bigint }[]>`
    select append_register(${entry.stream}, ${BigInt(entry.now.epochMilliseconds)}::bigint, ${entry.actor}, ${entry.kind},
                           ${canonical(entry.body)}) as seq`
  const seq = rows[0]?.seq
  if (seq === undefined) throw new Error('append_register returned nothing')
  return Number(seq)
}
