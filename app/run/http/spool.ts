import { randomUUID } from 'node:crypto'
import { open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eachAlone, type Counts } from '~/platform/each-alone.server'

export type Spooled = { read: () => Promise<Buffer>; drop: () => Promise<void> }

const PREFIX = 'cpts-upload-'

/**
 * What is read beyond the first `inMemory` bytes waits on the disk, in a file of the system's temporary folder that is gone as
 * soon as it is read back or given up: many slow senders cost no memory.
 */
export async function spool(chunks: AsyncIterable<Uint8Array>, inMemory: number): Promise<Spooled> {
  const kept: Uint8Array[] = []
  let size = 0
  const address = path.join(tmpdir(), `${PREFIX}${process.pid}-${randomUUID()}`)
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

/** Removes the files left in this folder by processes that were killed, those that had the number of this one too: asked at start. */
export async function sweepSpooled(folder = tmpdir()): Promise<Counts> {
  // a temporary folder may be one that nobody lists
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    return pid === process.pid || (pid > 0 && !isRunning(pid))
  })
  return eachAlone('files of uploads left', left, (name) => rm(path.join(folder, name), { force: true }))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // that of another user runs too
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH'
  }
}
