import fs from 'node:fs'
import path from 'node:path'

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** When the process began, in the kernel's ticks: two processes that share an id by reuse differ here. '' when unknown. */
export function birthOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return ''
  }
}

/** The live PostgreSQL server of a data folder, `undefined` when its pid file is missing or stale. */
export function postmasterOf(dataDir) {
  const file = path.join(dataDir, 'postmaster.pid')
  if (!fs.existsSync(file)) return undefined
  const [pid, , , port] = fs.readFileSync(file, 'utf8').split('\n').map(Number)
  if (!pid || !port || !isAlive(pid)) return undefined
  return isPostgres(pid) ? { pid, port } : undefined
}

function isPostgres(pid) {
  if (process.platform !== 'linux') return true
  try {
    return path.basename(fs.readlinkSync(`/proc/${pid}/exe`)).startsWith('postgres')
  } catch (error) {
    return error.code === 'EACCES'
  }
}
