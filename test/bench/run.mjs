// npm run bench: figures in words, then all of them as JSON on the last line. --votes: the votes alone
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bundlePrograms } from './bundle.mjs'
import { startDurablePostgres } from './database.mjs'
import { median, round } from './figures.mjs'
import { measureDues, sayDues } from './dues.mjs'
import { measurePages } from './pages.mjs'
import { ask, startServer } from './processes.mjs'
import { measureSimulate } from './simulate.mjs'
import { measureVotes } from './votes.mjs'

process.chdir(path.resolve(import.meta.dirname, '../..'))
const VOTERS = 2_000
const CONVENED = 3_000
const REGISTERS = [1_000, 10_000, 50_000]
/** rounds inside the process, then over HTTP */
const RESOLUTIONS = 12 + 4

const say = (line) => console.log(line)
const load = () => round(os.loadavg()[0], 1)

if (!fs.existsSync('build/server.mjs')) {
  const { buildAll } = await import('../../app/run/build/all.mjs')
  await buildAll()
}
const folder = await bundlePrograms(['fill-assembly', 'fill-members', 'vote-in-process', 'convene', 'dues'])
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
  const machine = { node: process.version, cores: os.cpus().length, loadBefore: load() }
  say(
    `Node ${machine.node}, ${machine.cores} cœurs, charge ${machine.loadBefore} ; PostgreSQL attend le disque à chaque écriture (fsync)`,
  )
  const url = await postgres.create('votes')
  const scene = await ask(program('fill-assembly'), { DATABASE_URL: url }, { voters: VOTERS, resolutions: RESOLUTIONS })
  const votes = await measureVotes({ folder, url, scene })
  sayVotes(votes)
  if (process.argv.includes('--votes')) return { machine: { ...machine, loadAfter: load() }, votes }
  const pages = await measureAllPages(url, scene)
  const base = await postgres.create('convocation')
  const sent = await ask(program('convene'), { DATABASE_URL: base }, { members: CONVENED })
  const convocation = { members: CONVENED, mails: sent.mails, ms: round(median(sent.times), 0) }
  say(`convocation : ${convocation.mails} courriels en file en ${convocation.ms} ms`)
  const simulate = measureSimulate()
  say(`simulate, ${simulate.members} membres : ${simulate.ms} ms`)
  return { machine: { ...machine, loadAfter: load() }, votes, pages, convocation, simulate }
}

/** The live page of a full room; home and register with few members and many, one server for each base. */
async function measureAllPages(url, scene) {
  const servers = [await startServer({ DATABASE_URL: url })]
  const session = `/assemblees/${scene.meetingId}/seance`
  const targets = [
    { name: `séance de ${VOTERS} membres`, origin: servers[0].origin, token: scene.president, path: session },
  ]
  const dues = []
  try {
    for (const members of REGISTERS) {
      const base = await postgres.create(`members_${members}`)
      const { president: token } = await ask(
        program('fill-assembly'),
        { DATABASE_URL: base },
        { voters: 24, resolutions: 1 },
      )
      await ask(program('fill-members'), { DATABASE_URL: base }, { upTo: members })
      dues.push(...(await measureDues(program('dues'), [{ members, url: base }])))
      await postgres.settle(base)
      const server = await startServer({ DATABASE_URL: base })
      servers.push(server)
      targets.push({ name: `accueil, ${members} membres`, origin: server.origin, token, path: '/' })
      targets.push({ name: `liste de ${members} membres`, origin: server.origin, token, path: '/membres' })
      targets.push({ name: `tableau des cotisations, ${members}`, origin: server.origin, token, path: '/cotisations' })
    }
    sayDues(dues, say)
    const measured = await measurePages(targets)
    for (const { name, p50, p95 } of measured) say(`${name.padEnd(28)} médiane ${p50} ms, p95 ${p95} ms`)
    const flat = ratioOf(measured, 'liste')
    const board = ratioOf(measured, 'tableau')
    say(`liste des membres : de la plus rapide à la plus lente, rapport ${flat} ; tableau des cotisations, ${board}`)
    return { measured, flat, board, dues }
  } finally {
    for (const server of servers) await server.stop()
  }
}

/** The slowest of the pages of one kind over the fastest: 1 when their number changes nothing. */
function ratioOf(measured, kind) {
  const medians = measured.filter(({ name }) => name.startsWith(kind)).map(({ p50 }) => p50)
  return round(Math.max(...medians) / Math.min(...medians), 2)
}

function sayVotes({
  voters,
  rawCommitsPerSecond,
  votesPerSecond,
  secretVotesPerSecond,
  inProcessRatio,
  secretRatio,
  http,
}) {
  say(`${voters} votants, à la fois : 50 dans le processus, 64 par HTTP`)
  say(`  écritures nues              ${rawCommitsPerSecond} par seconde`)
  say(
    `  votes, dans le processus    ${votesPerSecond} par seconde (${inProcessRatio} fois les écritures nues : ceux du même instant partagent un commit)`,
  )
  say(`  votes secrets               ${secretVotesPerSecond} par seconde (${secretRatio} fois)`)
  say(`  votes par HTTP              ${http.perSecond} par seconde, médiane ${http.p50} ms, p95 ${http.p95} ms`)
  const agree = http.agree ? 'les mêmes' : 'DIFFÉRENTS'
  say(
    `  réponses                    ${JSON.stringify(http.statuses)} ; bulletins ${http.ballots}, reçus ${http.receipts}, ${agree}`,
  )
}
