import http from 'node:http'
import { summary } from './figures.mjs'

const WARM = 5
const TIMES = 40

/**
 * Milliseconds between the request for a page and its last byte, somebody signed in, one request at a time. Pages take
 * turns, so that a noisy neighbour troubles each alike. `targets`: { name, origin, token, path }.
 */
export async function measurePages(targets) {
  const agent = new http.Agent({ keepAlive: true })
  const times = new Map(targets.map((target) => [target, []]))
  for (let round = 0; round < WARM + TIMES; round += 1)
    for (const target of targets) {
      const ms = await get(`${target.origin}${target.path}`, target.token, agent)
      if (round >= WARM) times.get(target).push(ms)
    }
  agent.destroy()
  return targets.map((target) => ({ name: target.name, ...summary(times.get(target)) }))
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
