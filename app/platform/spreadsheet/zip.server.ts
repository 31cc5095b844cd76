import { Readable, type PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'

export type ZipEntry = { name: string; content: Iterable<string> | AsyncIterable<string> }

/** 1 January 1980: archives made of the same data are the same. */
const FIXED = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }

/** A ZIP archive that streams: nothing of its content is held; a failure of the content is one of the archive, and who leaves stops it. */
export function zip(entries: readonly ZipEntry[]): Readable {
  const archive = new ZipFile()
  const output = archive.outputStream as PassThrough
  archive.on('error', (error: Error) => output.destroy(error))
  for (const { name, content } of entries)
    archive.addReadStreamLazy(name, FIXED, (give) => {
      const source = Readable.from(content)
      source.on('error', (error) => archive.emit('error', error))
      output.on('close', () => source.destroy())
      give(null, source)
    })
  archive.end()
  return output
}
