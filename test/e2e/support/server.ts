import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

const SECRETS = {
  APP_SECRET: 'a secret for browser tests, of no use elsewhere',
  BALLOT_SECRET: 'another secret for browser tests, for the ballots',
}

/** The settings of every program that the browser tests start. */
export const settingsFor = (databaseUrl: string): NodeJS.ProcessEnv => ({
  DATABASE_URL: databaseUrl,
  DEMO: '1',
  LOG_LEVEL: 'warn',
  NODE_ENV: 'production',
  ...SECRETS,
})

export type RunningServer = { url: string; stop: () => Promise<void> }

/** Starts the built server on a free port over this database; several may share one. */
export async function startServer(databaseUrl: string, settings: Record<string, string> = {}): Promise<RunningServer> {
  const child = fork('build/server.mjs', [], {
    env: {
      ...process.env,
      ...settingsFor(databaseUrl),
      PORT: '0',
      HOST: '127.0.0.1',
      ...settings,
    },
  })
  const port = await listening(child)
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}

function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      if (typeof message === 'object' && 'ready' in message) resolve(Number(message.ready))
    })
    child.once('exit', (code) => reject(new Error(`the server ended at start (${code})`)))
  })
}
