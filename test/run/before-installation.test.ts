import { afterAll, beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../support/database'
import { addressesOf, filled, serveSite, wholeSite } from '../support/site'
import { buildAssociation } from '../support/builders'

const db = useDatabase()
let site: Awaited<ReturnType<typeof serveSite>>
let addresses: ReturnType<typeof addressesOf>
beforeAll(async () => {
  const build = await wholeSite()
  addresses = addressesOf(build)
  site = await serveSite(build)
})
afterAll(() => site.stop())

const OPEN = new Set(['/installation', '/health', '/webhooks/stripe'])

test('before an association is installed, every address leads to its installation and none fails; after, they open', async () => {
  for (const { path, hasAction } of addresses.filter((each) => !OPEN.has(each.path))) {
    const read = await fetch(site.base + filled(path), { redirect: 'manual' })
    expect([path, read.status, read.headers.get('location')]).toEqual([path, 302, '/installation'])
    if (!hasAction) continue
    const written = await fetch(site.base + filled(path), { method: 'POST', body: new URLSearchParams({ a: '1' }) })
    expect([path, written.status]).toEqual([path, 409])
  }
  expect((await fetch(`${site.base}/installation`)).status).toBe(200)
  expect((await fetch(`${site.base}/health`)).status).toBe(200)
  await buildAssociation(db(), { actives: 1 })
  expect((await fetch(`${site.base}/statuts`)).status).toBe(200)
})
