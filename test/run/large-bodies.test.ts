import { readdirSync } from 'node:fs'
import { Agent, request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentInstant } from '~/platform/clock.server'
import { buildAssociation, buildMeeting, cookieFor } from '../support/builders'
import { useDatabase } from '../support/database'
import { serveSite, wholeSite } from '../support/site'

const db = useDatabase()
/** As many as come to the disk at once for one page, and what the process may take for all of them. */
const AT_ONCE = 20
const MOST_MB = 450

let site: Awaited<ReturnType<typeof serveSite>>
let path = ''
let cookie = ''
beforeAll(async () => {
  const people = await buildAssociation(db(), { actives: 2 })
  const [president] = people.founders
  if (!president) throw new Error('nobody presides')
  cookie = await cookieFor(db(), president, currentInstant())
  path = `/assemblees/${(await buildMeeting(db(), people, { state: 'DRAFT' })).id}/documents`
  site = await serveSite(await wholeSite())
})
afterAll(() => site.stop())

const part = (name: string, value: string) =>
  `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const head = Buffer.from(
  `${part('title', 'Rapport')}${part('kind', 'other')}--cut\r\nContent-Disposition: form-data; name="file"; filename="rapport.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 `,
)
const body = Buffer.concat([head, Buffer.alloc(15_000_000, 'x'), Buffer.from('\r\n--cut--\r\n')])
const spooled = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`cpts-upload-${process.pid}-`)).length

/** Begins to send; what is sent next is the test's. */
function begin(length = body.length) {
  const asked = httpRequest(site.base + path, {
    method: 'POST',
    // a connection of its own, kept while the answer comes before the end
    agent: new Agent({ keepAlive: true }),
    headers: { 'content-type': 'multipart/form-data; boundary=cut', cookie, 'content-length': length },
  })
  const answer = new Promise<number>((resolve, reject) => {
    asked.on('response', (came) => {
      came.resume()
      came.on('end', () => resolve(came.statusCode ?? 0))
    })
    asked.on('error', reject)
  })
  answer.catch(() => {})
  return { asked, answer }
}
const upload = () => {
  const { asked, answer } = begin()
  asked.end(body)
  return answer
}

test('twenty documents of 15 MB at once are all kept, one at a time in memory; nothing stays on the disk', async () => {
  await upload()
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10)
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, upload))
  clearInterval(watch)
  expect(answers).toEqual(answers.map(() => 302))
  expect(await db().document.count()).toBe(AT_ONCE + 1)
  expect((most - before) / 1e6).toBeLessThan(MOST_MB)
  expect(spooled()).toBe(0)
}, 120_000)

test('slow senders hold no memory: one more is told to come back, and those that go away give their place back', async () => {
  const slow = Array.from({ length: AT_ONCE }, () => begin())
  for (const { asked } of slow) asked.write(body.subarray(0, 2_000_000))
  await expect.poll(spooled, { timeout: 10_000 }).toBe(AT_ONCE)
  expect(await upload()).toBe(429)
  // small forms are not in their way
  const small = begin(head.length)
  small.asked.end(head)
  expect(await small.answer).toBe(400)
  for (const { asked } of slow) asked.destroy()
  await expect.poll(spooled, { timeout: 10_000 }).toBe(0)
  expect(await upload()).toBe(302)
}, 60_000)
