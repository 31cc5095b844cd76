import { spawn } from 'node:child_process'
import { binary } from './binaries.mjs'
import { serverEnvironment } from './cluster.mjs'
import { postmasterOf } from './processes.mjs'

const DURABLE = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=150', 'shared_buffers=64MB']
/** For throw-away databases: nothing survives a crash, nothing waits for the disk. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']
const START_LIMIT_MS = 60_000

/** Starts the server and waits until it accepts connections. Returns its pid, port and watchdog. */
export async function launch({ dataDir, native, identity, port, fast, log }) {
  const settings = [...DURABLE, ...(fast ? FAST : [])].flatMap((setting) => ['-c', setting])
  const child = spawn(binary(native, 'postgres'), ['-D', dataDir, '-p', String(port), ...settings], {
    ...identity,
    cwd: '/',
    env: serverEnvironment(native),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  await ready(child, log)
  child.unref()
  child.stderr.unref()
  return { pid: child.pid, port, watch: watchdog(child.pid) }
}

function ready(child, log) {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => {
      child.kill('SIGQUIT')
      reject(new Error(`PostgreSQL n’a pas démarré en ${START_LIMIT_MS / 1000} s\n${said}`))
    }, START_LIMIT_MS)
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4000)
      log(String(chunk).trimEnd())
      if (!said.includes('ready to accept connections')) return
      clearTimeout(late)
      resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`PostgreSQL s’est arrêté au démarrage (${code})\n${said}`))
    })
  })
}

/** A kill -9 of this process would leave the server behind: a shell that holds our pipe sees its end and stops it. */
export function watchdog(pid) {
  if (process.platform === 'win32') return undefined
  const shell = spawn('/bin/sh', ['-c', 'cat >/dev/null; kill -INT "$1" 2>/dev/null', 'pg-watch', String(pid)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.unref()
  shell.stdin.unref()
  return shell
}

/** Fast shutdown (running sessions are ended), complete when the pid file is gone. */
export async function halt(dataDir) {
  const live = postmasterOf(dataDir)
  if (!live) return
  try {
    process.kill(live.pid, 'SIGINT')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
  for (let i = 0; i < 400 && postmasterOf(dataDir); i++) await new Promise((resolve) => setTimeout(resolve, 25))
}
