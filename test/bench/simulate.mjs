import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { median, round } from './figures.mjs'

const root = path.resolve(import.meta.dirname, '../..')

/** The command line on an assembly of 2,000 members: seconds from start to answer. */
export function measureSimulate(members = 2_000) {
  const file = path.join(os.tmpdir(), `cpts-bench-${process.pid}.scenario.json`)
  fs.writeFileSync(file, JSON.stringify(scenario(members)))
  try {
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now()
      const out = execFileSync(process.execPath, ['app/run/simulate.mjs', file], { cwd: root, encoding: 'utf8' })
      if (JSON.parse(out).format !== 'cpts-ruling/1') throw new Error('no ruling')
      return performance.now() - began
    })
    return { members, ms: round(median(times.slice(1)), 0) }
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function scenario(count) {
  const members = Array.from({ length: count }, (_, index) => ({
    id: `M${index}`,
    category: index < 4 ? 'founder' : 'active',
    admitted: '2020-01-01',
    duesPaidOn: '2027-01-15',
    suspended: false,
    president: index === 0,
  }))
  const ids = members.map(({ id }) => id)
  const present = ids.filter((_, index) => index % 2 === 0)
  const item = (number) => ({
    id: `R${number}`,
    kind: 'resolution',
    secret: number % 2 === 0,
    for: present.slice(0, 600),
    against: present.slice(600, 900),
    abstained: present.slice(900),
    blank: [],
  })
  return {
    format: 'cpts-scenario/1',
    statutes: 'model',
    members,
    meeting: { body: 'ago', session: 1, date: '2027-06-01', sentOn: '2027-05-10', failedOn: null },
    present,
    proxies: [],
    items: [1, 2, 3, 4, 5].map(item),
  }
}
