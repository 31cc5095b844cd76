import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipEntry = { name: string; content: Iterable<string> | AsyncIterable<string> }

type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number }
/** Sizes come after the data (bit 3); names are UTF-8 (bit 11). */
const FLAGS = 0x0808
const DEFLATED = 8
/** 1 January 1980: archives made of the same data are the same. */
const DATE = 0x0021

/** A ZIP archive, piece by piece: nothing of its content is held. Under 4 GB. */
export async function* zip(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for (const entry of entries) {
    const start = offset
    const done: Omit<Written, 'offset'> = { name: Buffer.from(entry.name), crc: 0, packed: 0, size: 0 }
    for await (const piece of entryPieces(entry, done)) {
      offset += piece.length
      yield piece
    }
    written.push({ ...done, offset: start })
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, written.length],
    [2, written.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  )
}

async function* entryPieces(entry: ZipEntry, done: Omit<Written, 'offset'>): AsyncGenerator<Buffer> {
  yield Buffer.concat([numbers([4, 0x04034b50], ...common(done, 0), [2, done.name.length], [2, 0]), done.name])
  const deflate = createDeflateRaw()
  const feeding = pipeline(Readable.from(counted(entry.content, done)), deflate)
  // its failure reaches the loop below through `deflate`
  feeding.catch(() => undefined)
  for await (const piece of deflate) {
    done.packed += piece.length
    yield piece
  }
  await feeding
  yield numbers([4, 0x08074b50], [4, done.crc], [4, done.packed], [4, done.size])
}

async function* counted(content: ZipEntry['content'], done: Omit<Written, 'offset'>): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text)
    done.crc = crc32(bytes, done.crc)
    done.size += bytes.length
    yield bytes
  }
}

const common = ({ crc, packed, size }: Omit<Written, 'offset'>, known: 0 | 1): [1 | 2 | 4, number][] => [
  [2, 20], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DATE], [4, crc * known], [4, packed * known], [4, size * known],
] // prettier-ignore

function directoryEntry(entry: Written): Buffer {
  const lengths: [2, number][] = [[2, entry.name.length], [2, 0], [2, 0], [2, 0], [2, 0]] // prettier-ignore
  return Buffer.concat([
    numbers([4, 0x02014b50], [2, 20], ...common(entry, 1), ...lengths, [4, 0], [4, entry.offset]),
    entry.name,
  ])
}

/** Little-endian numbers, each with its width in bytes. */
function numbers(...values: [1 | 2 | 4, number][]): Buffer {
  const bytes = Buffer.alloc(values.reduce((sum, [width]) => sum + width, 0))
  let at = 0
  for (const [width, value] of values) at = bytes.writeUIntLE(value, at, width)
  return bytes
}
