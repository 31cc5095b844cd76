import { createHash } from 'node:crypto'

/** An entry as the database gives it back. */
export type ChainEntry = {
  stream: string
  seq: bigint
  atMs: bigint
  actor: string
  kind: string
  body: string
  prevHash: Uint8Array
  hash: Uint8Array
}

const sha256 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const text = (value: string) => sha256(Buffer.from(value, 'utf8'))

function int8(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(value)
  return bytes
}

/** Hash that comes before the first entry of a stream. */
export const genesis = (stream: string) => text(`genesis:${stream}`)

/**
 * The chain's definition written a second time, independently of the SQL function append_register:
 * SHA-256(0x00 ‖ prev ‖ H(stream) ‖ seq ‖ ms ‖ H(actor) ‖ H(kind) ‖ H(body)), integers on eight bytes.
 */
export function entryHash(entry: Omit<ChainEntry, 'hash' | 'prevHash'>, prev: Uint8Array): Uint8Array {
  return sha256(
    Uint8Array.of(0),
    prev,
    text(entry.stream),
    int8(entry.seq),
    int8(entry.atMs),
    text(entry.actor),
    text(entry.kind),
    text(entry.body),
  )
}

/** The first fault of one stream whose entries come in order of rank, or null: a gap, a broken link, a changed entry. */
export function chainFault(stream: string, entries: readonly ChainEntry[]): { seq: bigint; fault: string } | null {
  let prev: Uint8Array = genesis(stream)
  let rank = 0n
  for (const entry of entries) {
    rank += 1n
    if (entry.seq !== rank) return { seq: rank, fault: `numéro attendu ${rank}, trouvé ${entry.seq}` }
    if (!Buffer.from(entry.prevHash).equals(prev)) return { seq: rank, fault: 'ne suit pas l’entrée précédente' }
    if (!Buffer.from(entryHash(entry, prev)).equals(entry.hash))
      return { seq: rank, fault: 'contenu différent de son empreinte' }
    prev = entry.hash
  }
  return null
}
