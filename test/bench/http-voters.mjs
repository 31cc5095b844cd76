import { Buffer } from 'node:buffer'
import http from 'node:http'
import { round, summary } from './figures.mjs'

const AT_ONCE = 64
const { origin, scene, resolutionId } = await new Promise((resolve) => process.once('message', resolve))
const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** One press of the vote button by somebody signed in: time until the whole answer is read, status, receipt. */
function vote({ memberId, token }) {
  const body = JSON.stringify({ resolutionId, votes: [{ memberId, choice: 'for' }] })
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    cookie: `sid=${token}`,
    origin,
  }
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${origin}/assemblees/${scene.meetingId}/vote`,
      { method: 'POST', agent, headers },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part) => (text += part))
        answer.on('end', () => {
          const result = answer.statusCode === 200 ? JSON.parse(text).results[0] : null
          resolve({ ms: performance.now() - began, status: answer.statusCode, receipt: result?.receipt ?? null })
        })
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

const waiting = [...scene.voters]
const answers = []
const began = performance.now()
const worker = async () => {
  for (let voter = waiting.pop(); voter; voter = waiting.pop()) answers.push(await vote(voter))
}
await Promise.all(Array.from({ length: AT_ONCE }, worker))
const seconds = (performance.now() - began) / 1000
agent.destroy()
const statuses = {}
for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1
process.send({
  perSecond: round(answers.length / seconds, 0),
  ...summary(answers.map(({ ms }) => ms)),
  statuses,
  receipts: answers.flatMap(({ receipt }) => (receipt ? [receipt] : [])),
})
process.disconnect()
