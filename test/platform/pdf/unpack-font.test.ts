import fs from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { unpackFont } from '~/platform/pdf/unpack-font'

const require = createRequire(import.meta.url)
const woff = fs.readFileSync(require.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff'))

/** The sum of a table, as fonts write it: its words of 32 bits, over the end cut off. */
function sumOf(table: Buffer): number {
  const words = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
  let sum = 0
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0
  return sum
}

describe('a font unpacked', () => {
  const font = unpackFont(woff)
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const line = 12 + index * 16
    const start = font.readUInt32BE(line + 8)
    return {
      tag: font.toString('latin1', line, line + 4),
      checksum: font.readUInt32BE(line + 4),
      start,
      bytes: font.subarray(start, start + font.readUInt32BE(line + 12)),
    }
  })

  it('has the length that its file announces, and its tables in place', () => {
    expect(font.length).toBe(woff.readUInt32BE(16))
    expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'head', 'hmtx', 'maxp', 'name']))
    expect(tables.every(({ start }) => start % 4 === 0)).toBe(true)
  })

  it('has tables that are what their sums say; that of « head » leaves out its own word', () => {
    for (const { tag, checksum, bytes } of tables)
      if (tag !== 'head') expect({ tag, sum: sumOf(bytes) }).toEqual({ tag, sum: checksum })
  })

  it('is refused when the file is of another format', () => {
    expect(() => unpackFont(font)).toThrow('not a WOFF file')
  })
})
