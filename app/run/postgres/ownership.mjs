import fs from 'node:fs'
import path from 'node:path'
import { birthOf, isAlive } from './processes.mjs'

/**
 * Marks this process as the one that runs a data folder. Returns the pid of the other live process that already
 * does, `undefined` when the folder is now ours. A mark left by a process that is gone is taken over.
 */
export function claim(dataDir) {
  const file = markOf(dataDir)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (;;) {
    try {
      fs.writeFileSync(file, `${process.pid} ${birthOf(process.pid)}`, { flag: 'wx' })
      return undefined
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = readMark(file)
    if (owner) return owner === process.pid ? undefined : owner
    fs.rmSync(file, { force: true })
  }
}

/** The live process that runs a data folder, if any. */
export const ownerOf = (dataDir) => readMark(markOf(dataDir))

export function release(dataDir) {
  const file = markOf(dataDir)
  if (readMark(file) === process.pid) fs.rmSync(file, { force: true })
}

const markOf = (dataDir) => `${dataDir}.owner`

function readMark(file) {
  if (!fs.existsSync(file)) return undefined
  const [pid, birth] = fs.readFileSync(file, 'utf8').split(' ')
  return isAlive(Number(pid)) && birthOf(Number(pid)) === birth ? Number(pid) : undefined
}
