// npm run bench: figures in words, then all of them as JSON on the last line
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundlePrograms } from './bundle.mjs'
import { startDurablePostgres } from './database.mjs'
import { median, round } from './figures.mjs'
import { measurePage } from './pages.mjs'
import { ask, startServer } from './processes.mjs'
import { measureSimulate } from './simulate.mjs'
import { measureVotes } from './votes.mjs'

process.chdir(path.resolve(import.meta.dirname, '../..'))
const VOTERS = 2_000
const CONVENED = 3_000
const LISTS = [1_000, 10_000, 50_000]

const quick = process.argv.includes('--votes')
if (!fs.existsSync('build/server.mjs')) {
  const { buildAll } = await import('../../app/run/build/all.mjs')
  await buildAll()
}
const folder = await bundlePrograms(['fill-assembly', 'fill-members', 'vote-in-process', 'convene'])
const program = (name) => path.join(folder, `${name}.mjs`)
const postgres = await startDurablePostgres()
let figures
try {
  figures = await measureAll()
} finally {
  await postgres.stop()
}
console.log(JSON.stringify(figures))
process.exit(0)

async function measureAll() {
  const machine = { node: process.version, cores: os.cpus().length, load: round(os.loadavg()[0], 2) }
  say(
    `Node ${machine.node}, ${machine.cores} cœurs, charge ${machine.load} ; PostgreSQL attend le disque à chaque vote (fsync)`,
  )
  const url = await postgres.create('votes')
  const scene = await ask(program('fill-assembly'), { DATABASE_URL: url }, { voters: VOTERS, resolutions: 12 + 4 })
  const votes = await measureVotes({ folder, url, scene })
  sayVotes(votes)
  if (quick) return { machine, votes }
  const live = await onServer(url, (origin) =>
    measurePage({ origin, token: scene.president, path: `/assemblees/${scene.meetingId}/seance` }),
  )
  sayPage(`séance de ${VOTERS} membres`, live)
  const lists = []
  for (const members of LISTS) lists.push(await measureList(members))
  const base = await postgres.create('convocation')
  const sent = await ask(program('convene'), { DATABASE_URL: base }, { members: CONVENED })
  const convocation = { members: CONVENED, mails: sent.mails, ms: round(median(sent.times), 0) }
  say(`convocation : ${convocation.mails} courriels en file en ${convocation.ms} ms`)
  const simulate = measureSimulate()
  say(`simulate, ${simulate.members} membres : ${simulate.ms} ms`)
  const flat = round(Math.max(...lists.map(({ list }) => list.p50)) / Math.min(...lists.map(({ list }) => list.p50)), 2)
  say(`liste des membres : rapport ${flat} entre la plus lente et la plus rapide`)
  return { machine, votes, pages: { live, lists, flat }, convocation, simulate }
}

/** Home and the register of members, with so many members. */
async function measureList(members) {
  const url = await postgres.create(`members_${members}`)
  const { president } = await ask(program('fill-assembly'), { DATABASE_URL: url }, { voters: 24, resolutions: 1 })
  await ask(program('fill-members'), { DATABASE_URL: url }, { upTo: members })
  return onServer(url, async (origin) => {
    const home = await measurePage({ origin, token: president, path: '/' })
    const list = await measurePage({ origin, token: president, path: '/membres' })
    sayPage(`accueil, ${members} membres`, home)
    sayPage(`liste de ${members} membres`, list)
    return { members, home, list }
  })
}

async function onServer(url, work) {
  const server = await startServer({ DATABASE_URL: url })
  try {
    return await work(server.origin)
  } finally {
    await server.stop()
  }
}

function sayVotes({ voters, rawCommitsPerSecond, votesPerSecond, secretVotesPerSecond, ratio, secretRatio, http }) {
  say(`${voters} votants`)
  say(`  écritures nues              ${rawCommitsPerSecond} par seconde`)
  say(`  votes, dans le processus    ${votesPerSecond} par seconde (${ratio} des écritures nues)`)
  say(`  votes secrets               ${secretVotesPerSecond} par seconde (${secretRatio})`)
  say(`  votes par HTTP              ${http.perSecond} par seconde, médiane ${http.p50} ms, p95 ${http.p95} ms`)
  say(
    `  réponses                    ${JSON.stringify(http.statuses)} ; bulletins ${http.ballots}, reçus ${http.receipts}, ${http.agree ? 'les mêmes' : 'DIFFÉRENTS'}`,
  )
}

function sayPage(name, { p50, p95 }) {
  say(`${name.padEnd(32)} médiane ${p50} ms, p95 ${p95} ms`)
}

function say(line) {
  console.log(line)
}
