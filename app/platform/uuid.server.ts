import { randomBytes } from 'node:crypto'

/** A version 7 identifier (time-ordered): for rows whose order of creation is no secret. Ballots use random ones. */
export function v7(epochMs: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(epochMs, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Before every id: where a walk by key begins. */
export const NIL_UUID = '00000000-0000-0000-0000-000000000000'
