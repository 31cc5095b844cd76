import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { loader } from '~/routes/health'

test('health answers 503 when the database is away, and soon', async () => {
  const began = performance.now()
  const answer = await loader()
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ ok: false, database: 'away' })
  expect(performance.now() - began).toBeLessThan(3_000)
})

const isBuilt = fs.existsSync('build/server.mjs') && fs.existsSync('build/site')

test.runIf(isBuilt)('a wrong setting stops the start with one line and code 1', async () => {
  const started = promisify(execFile)(process.execPath, ['app/run/up.mjs', '--no-build'], {
    env: { ...process.env, PORT: 'trois', TRUST_PROXY: '-1' },
  })
  await expect(started).rejects.toMatchObject({
    code: 1,
    stderr: 'PORT est un nombre de 0 à 65535\nTRUST_PROXY est un nombre de 0 à 10\n',
  })
})
