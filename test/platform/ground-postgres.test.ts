import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startPostgres } from '../../app/run/postgres.mjs'
import { postmasterOf } from '../../app/run/postgres/processes.mjs'
import { deploy } from '../../prisma/deploy.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cpts-statuts-ground-'))
fs.chmodSync(folder, 0o755)
const dataDir = path.join(folder, 'pg')
const options = { dataDir, port: 0, fast: true }
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}

/** A second program that runs PostgreSQL on the same folder. */
async function startElsewhere() {
  const code = `
    const { startPostgres } = await import(${JSON.stringify(path.resolve('app/run/postgres.mjs'))})
    const server = await startPostgres(${JSON.stringify(options)})
    console.log('ready')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

/** The shell that would stop the server on its owner's death. */
function watchdogOf(pid: number): number {
  const found = fs.readdirSync('/proc').find((name) => {
    const file = `/proc/${name}/cmdline`
    return /^\d+$/.test(name) && fs.existsSync(file) && fs.readFileSync(file, 'utf8').endsWith(`pg-watch\0${pid}\0`)
  })
  return Number(found)
}

const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (let i = 0; i < 100 && !(await isSo()); i += 1) await new Promise((resolve) => setTimeout(resolve, 100))
}

test('migrating twice changes nothing the second time', async () => {
  const server = await startPostgres(options)
  expect(await deploy(server.url)).not.toEqual([])
  expect(await deploy(server.url)).toEqual([])
  await server.stop()
  expect(postmasterOf(dataDir)).toBeUndefined()
})

test('a second start names the process that has the folder, and leaves its server alone', async () => {
  const first = await startElsewhere()
  const second = await startPostgres(options)
  expect(second.owner).toBe(first.pid)
  await second.stop()
  expect(await answers(second.url)).toBe(true)
  first.kill('SIGKILL')
  await until(() => postmasterOf(dataDir) === undefined)
  expect(postmasterOf(dataDir)).toBeUndefined()
})

test.runIf(process.platform === 'linux')(
  'a server whose owner and watchdog were killed is adopted, then stopped',
  async () => {
    const first = await startElsewhere()
    const orphan = postmasterOf(dataDir)
    process.kill(watchdogOf(orphan?.pid ?? 0), 'SIGKILL')
    first.kill('SIGKILL')
    await once(first, 'exit')
    const server = await startPostgres(options)
    expect(server.adopted).toBe(true)
    expect(postmasterOf(dataDir)?.pid).toBe(orphan?.pid)
    await server.stop()
    expect(postmasterOf(dataDir)).toBeUndefined()
  },
)

test('a server that dies is started again on the same port', async () => {
  const server = await startPostgres({ ...options, restarts: true })
  const before = postmasterOf(dataDir)?.pid ?? 0
  process.kill(before, 'SIGKILL')
  await until(async () => (postmasterOf(dataDir)?.pid ?? before) !== before && (await answers(server.url)))
  expect(postmasterOf(dataDir)?.pid).not.toBe(before)
  expect(await answers(server.url)).toBe(true)
  await server.stop()
})
