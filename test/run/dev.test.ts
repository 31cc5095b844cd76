import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssociation } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
const root = path.resolve(import.meta.dirname, '../..')
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'cpts-statuts-dev-'))
let server: ChildProcess
let base: string

/** A copy of the sources whose site is its sign-in page alone: the whole of it takes longer to read than these tests. */
beforeAll(async () => {
  await buildAssociation(db(), { actives: 1 })
  for (const part of ['app', 'emails', 'public', 'package.json', 'vite.config.ts', 'remix.config.js', 'tsconfig.json'])
    fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true })
  for (const route of fs.readdirSync(path.join(copy, 'app/routes')))
    if (!route.startsWith('connexion._index')) fs.rmSync(path.join(copy, 'app/routes', route), { recursive: true })
  linkPackages()
  server = fork('app/run/dev/server.mjs', [], {
    cwd: copy,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'development', PORT: '0', WORKER: '0', VITEST: '', CLOCK_SHIFT: '0' },
  })
  let said = ''
  server.stderr?.on('data', (chunk) => (said += chunk))
  const ended = once(server, 'exit').then(([code]) => Promise.reject(new Error(`the server ended (${code}): ${said}`)))
  const [{ ready }] = await Promise.race([once(server, 'message'), ended])
  ended.catch(() => {})
  base = `http://127.0.0.1:${ready}`
})

afterAll(async () => {
  if (server.exitCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  fs.rmSync(copy, { recursive: true, force: true })
})

test('what is edited is answered at the next request: a page, a command, a mail; a fault is told, then mended', async () => {
  const page = () => read('/connexion')
  const command = () =>
    read('/assemblees/019acb1e-7f3a-7c11-9a55-0d2f6a1b3c4d/vote', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({
        resolutionId: '019acb1e-7f3a-7c11-9a55-0d2f6a1b3c4d',
        votes: [{ memberId: '019acb1e-7f3a-7c11-9a55-0d2f6a1b3c4d', choice: 'for' }],
      }),
    })
  const mail = () => read('/dev/courriels/sign-in.txt')
  await seen(
    'app/platform/sign-in/ui/sign-in-page.tsx',
    'title="Se connecter"',
    'title="Entrer ici"',
    page,
    'Entrer ici',
  )
  await seen(
    'app/ballots/cast-votes.server.ts',
    'Votre session est terminée',
    'Session close',
    command,
    'Session close',
  )
  await seen('emails/sign-in.tsx', 'Votre lien de connexion', 'Le lien demandé', mail, 'Le lien demandé')
  await seen('app/root.tsx', 'export function Layout', 'export function (', page, '<pre>')
  await seen('app/root.tsx', 'export function (', 'export function Layout', page, 'Entrer ici')
})

test('pages let Vite’s scripts and styles in, in development only; the list of mails names each template', async () => {
  const policy = (await fetch(`${base}/connexion`)).headers.get('content-security-policy')
  expect(policy).toContain("style-src 'self' 'unsafe-inline'")
  expect(policy).toMatch(/connect-src 'self' ws:$/)
  expect(await read('/@vite/client')).toContain('WebSocket')
  const list = await read('/dev/courriels')
  const templates = fs.readdirSync(path.join(root, 'emails')).filter((file) => file.endsWith('.subject.ts'))
  expect(templates.filter((file) => !list.includes(`/${file.replace('.subject.ts', '')}"`))).toEqual([])
})

const read = async (address: string, init?: RequestInit) => (await fetch(base + address, init)).text()

/** Edits a file of the copy, and asks until the answer holds `expected`. */
async function seen(file: string, from: string, to: string, ask: () => Promise<string>, expected: string) {
  const text = fs.readFileSync(path.join(copy, file), 'utf8')
  expect(text).toContain(from)
  expect(await ask()).not.toContain(expected)
  fs.writeFileSync(path.join(copy, file), text.replace(from, to))
  await expect.poll(ask, { timeout: 15_000, interval: 50 }).toContain(expected)
}

/** Each package by itself: Vite keeps what it prepares for browsers beside them, and this copy's must not be the project's. */
function linkPackages() {
  const [from, to] = [path.join(root, 'node_modules'), path.join(copy, 'node_modules')]
  fs.mkdirSync(to)
  for (const name of fs.readdirSync(from).filter((each) => !/^\.(vite|cache)/.test(each)))
    fs.symlinkSync(path.join(from, name), path.join(to, name))
}
