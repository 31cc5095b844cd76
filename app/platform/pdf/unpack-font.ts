import { inflateSync } from 'node:zlib'

const WOFF = 0x774f4646
const HEADER = { packed: 44, plain: 12 }
const RECORD = { packed: 20, plain: 16 }

/**
 * The plain font (SFNT) held in a WOFF file. Read as WOFF, a font has its tables inflated again for each glyph that a PDF
 * embeds, which took half the time of every paper. Throws for a file of another format.
 */
export function unpackFont(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== WOFF) throw new Error('not a WOFF file')
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(HEADER.plain + count * RECORD.plain)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt16BE(power * RECORD.plain, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * RECORD.plain, 10)
  const tables: Buffer[] = []
  let offset = head.length
  for (let index = 0; index < count; index += 1) {
    const { tag, checksum, table } = tableAt(woff, HEADER.packed + index * RECORD.packed)
    const at = HEADER.plain + index * RECORD.plain
    tag.copy(head, at)
    head.writeUInt32BE(checksum, at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(table.length, at + 12)
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    tables.push(padded)
    offset += padded.length
  }
  return Buffer.concat([head, ...tables])
}

/** One table by its line in the directory; stored as it is where packing would not have made it shorter. */
function tableAt(woff: Buffer, line: number) {
  const start = woff.readUInt32BE(line + 4)
  const packed = woff.subarray(start, start + woff.readUInt32BE(line + 8))
  const table = packed.length < woff.readUInt32BE(line + 12) ? inflateSync(packed) : packed
  return { tag: woff.subarray(line, line + 4), checksum: woff.readUInt32BE(line + 16), table }
}
