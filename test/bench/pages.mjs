import http from 'node:http'
import { summary } from './figures.mjs'

const WARM = 5
const TIMES = 40

/** Seconds between a request for a page and its last byte, one at a time, somebody signed in. */
export async function measurePage({ origin, token, path }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const times = []
  for (let round = 0; round < WARM + TIMES; round += 1) {
    const ms = await get(`${origin}${path}`, token, agent)
    if (round >= WARM) times.push(ms)
  }
  agent.destroy()
  return { path: path.replace(/[0-9a-f-]{36}/, ':id'), ...summary(times) }
}

function get(url, token, agent) {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { cookie: `sid=${token}`, accept: 'text/html' } }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(performance.now() - began)
          : reject(new Error(`${url} answered ${answer.statusCode}`)),
      )
    })
    request.on('error', reject)
  })
}
