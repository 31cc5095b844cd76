import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Spooled = { read: () => Promise<Buffer>; drop: () => Promise<void> }

/**
 * What is read beyond the first `inMemory` bytes waits on the disk, in a file of the system's temporary folder that is gone as
 * soon as it is read back or given up: many slow senders cost no memory.
 */
export async function spool(chunks: AsyncIterable<Uint8Array>, inMemory: number): Promise<Spooled> {
  const kept: Uint8Array[] = []
  let size = 0
  const address = path.join(tmpdir(), `cpts-upload-${process.pid}-${randomUUID()}`)
  let file: Awaited<ReturnType<typeof open>> | undefined
  const drop = async () => {
    await file?.close()
    if (file) await rm(address, { force: true })
  }
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size <= inMemory) kept.push(chunk)
      else {
        // nobody else on the machine reads it
        file ??= await open(address, 'wx+', 0o600)
        await file.appendFile(chunk)
      }
    }
  } catch (error) {
    await drop()
    throw error
  }
  const read = async () => {
    const head = Buffer.concat(kept)
    if (!file) return head
    try {
      const whole = Buffer.alloc(size)
      head.copy(whole)
      for (let at = head.length; at < size;) {
        const { bytesRead } = await file.read(whole, at, size - at, at - head.length)
        if (bytesRead === 0) throw new Error('the spooled body is shorter than what was read')
        at += bytesRead
      }
      return whole
    } finally {
      await drop()
    }
  }
  return { read, drop }
}
