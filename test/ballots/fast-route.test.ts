import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { log } from '~/platform/log.server'
import { shared } from '~/platform/shared.server'
import { mountFastRoutes } from '~/run/fast-routes'
import { requestLog } from '~/run/http/request-log'
import { sameOriginWrites } from '~/run/http/same-origin'
import { useDatabase } from '../support/database'
import { buildAssociation, cookieFor, type BuiltAssociation } from '../support/builders'
import { buildRoom, first, openRaw } from './room'
import { currentInstant } from '~/platform/clock.server'

const db = useDatabase()
const logged: string[] = []
let people: BuiltAssociation
let server: Server
let origin = ''

beforeAll(async () => {
  people = await buildAssociation(db(), {})
  // the log exists once it was asked for; then its lines come here
  log()
  const held = shared<{ logger?: pino.Logger }>('log', () => ({}))
  held.logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const app = express()
  app.use(requestLog, sameOriginWrites)
  mountFastRoutes(app)
  app.all('*', (_req, res) => void res.status(418).send('the page'))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

type Sent = { body?: unknown; cookie?: string; headers?: Record<string, string> }

async function post(meetingId: string, { body, cookie = '', headers = {} }: Sent) {
  const answer = await fetch(`${origin}/assemblees/${meetingId}/vote`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', origin, cookie, ...headers },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, json: text.startsWith('{') ? JSON.parse(text) : null }
}

async function openRoom(secret = false) {
  const room = await buildRoom(db(), people, { present: people.actives, resolutions: [{ secret }] })
  await openRaw(db(), room.resolutionId)
  return room
}

describe('the fast route of the vote', () => {
  it('gives the receipt, and the same one to the same vote sent again', async () => {
    const room = await openRoom()
    const person = first(people.actives)
    const cookie = await cookieFor(db(), person, currentInstant())
    const press = () =>
      post(room.meetingId, {
        cookie,
        body: { resolutionId: room.resolutionId, votes: [{ memberId: person.id, choice: 'for' }] },
      })
    const [one, two] = [await press(), await press()]
    expect(one).toMatchObject({ status: 200, json: { results: [{ outcome: 'counted', memberId: person.id }] } })
    expect(two.json.results[0].receipt).toBe(one.json.results[0].receipt)
  })

  it('refuses another site, nobody signed in, and what it cannot read', async () => {
    const room = await openRoom()
    const person = first(people.actives)
    const cookie = await cookieFor(db(), person, currentInstant())
    const body = { resolutionId: room.resolutionId, votes: [{ memberId: person.id, choice: 'for' }] }
    expect(await post(room.meetingId, { cookie, body, headers: { origin: 'https://ailleurs.example' } })).toMatchObject(
      { status: 403 },
    )
    expect(await post(room.meetingId, { cookie, body, headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({
      status: 403,
    })
    expect(await post(room.meetingId, { body })).toMatchObject({
      status: 403,
      json: { message: expect.stringContaining('connectez-vous') },
    })
    for (const wrong of [
      {},
      { ...body, votes: [] },
      { ...body, votes: [{ memberId: person.id, choice: 'oui' }] },
      { ...body, resolutionId: '1' },
    ])
      expect(await post(room.meetingId, { cookie, body: wrong })).toMatchObject({ status: 400 })
    expect(await post('1', { cookie, body })).toMatchObject({ status: 400 })
    expect(await db().slip.count({ where: { resolutionId: room.resolutionId } })).toBe(0)
  })

  it('takes no secret vote in a single post: its choice is said back, and confirms no other', async () => {
    const room = await openRoom(true)
    const person = first(people.actives)
    const cookie = await cookieFor(db(), person, currentInstant())
    const press = (votes: object[]) =>
      post(room.meetingId, { cookie, body: { resolutionId: room.resolutionId, votes } })
    const mine = { memberId: person.id, choice: 'against' }
    const taken = () => db().slip.count({ where: { resolutionId: room.resolutionId, cast: true } })
    for (const votes of [
      [mine],
      [{ ...mine, confirmed: 'for' }],
      [
        { ...mine, confirmed: 'against' },
        { memberId: people.founders[0]?.id, choice: 'for' },
      ],
    ])
      expect(await press(votes)).toMatchObject({ status: 409, json: { message: expect.stringContaining('confirmez') } })
    expect(await press([{ ...mine, confirmed: true }])).toMatchObject({ status: 400 })
    expect(await taken()).toBe(0)
    expect(await press([{ ...mine, confirmed: 'against' }])).toMatchObject({
      status: 200,
      json: { results: [{ outcome: 'counted' }] },
    })
    expect(await taken()).toBe(1)
  })

  it('leaves to the page the form that has no JavaScript', async () => {
    const room = await openRoom()
    const answer = await fetch(`${origin}/assemblees/${room.meetingId}/vote`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: 'choice=for',
    })
    expect(answer.status).toBe(418)
  })

  it('writes nothing of a secret vote in the log: no choice, no member, no receipt, no cookie', async () => {
    const room = await openRoom(true)
    const choices = ['for', 'against', 'blank', 'abstain']
    const secrets: string[] = []
    for (const [index, person] of people.actives.entries()) {
      const cookie = await cookieFor(db(), person, currentInstant())
      const answer = await post(room.meetingId, {
        cookie,
        body: {
          resolutionId: room.resolutionId,
          votes: [{ memberId: person.id, choice: choices[index % 4], confirmed: choices[index % 4] }],
        },
      })
      expect(answer).toMatchObject({ status: 200 })
      secrets.push(person.id, person.accountId, answer.json.results[0].receipt, cookie.split('=')[1] ?? '')
    }
    const text = logged.join('')
    expect(logged.filter((line) => line.includes(room.meetingId))).toHaveLength(people.actives.length)
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).not.toMatch(/"(for|against|blank|abstain|FOR|AGAINST|BLANK|ABSTAIN)"/)
  })
})
