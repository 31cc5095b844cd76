import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const DEFLATED = 8

/** One file of an archive, as its directory says; `size` in bytes once opened. */
export type ZipPart = { name: string; method: number; packed: number; size: number; offset: number }

/** The files that a ZIP archive says it holds; null when its directory cannot be read. */
export function zipParts(archive: Buffer): ZipPart[] | null {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > archive.length || archive.readUInt32LE(end) !== END) return null
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  const parts: ZipPart[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) return null
    const named = archive.readUInt16LE(at + 28)
    parts.push({
      name: archive.toString('utf8', at + 46, at + 46 + named),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    })
    at += 46 + named + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return parts
}

/** The bytes of one file; null when it is damaged, or holds more than the directory says: it is not opened further than that. */
export async function unzipped(archive: Buffer, { method, packed, size, offset }: ZipPart): Promise<Buffer | null> {
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== LOCAL) return null
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  const bytes = archive.subarray(start, start + packed)
  if (bytes.length !== packed) return null
  if (method === 0) return packed === size ? bytes : null
  if (method !== DEFLATED) return null
  const content = await promisify(inflateRaw)(bytes, { maxOutputLength: Math.max(size, 1) }).catch(() => null)
  return content?.length === size ? content : null
}
