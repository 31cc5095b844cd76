import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { drawDay } from './day.mjs'

const bin = (file) => path.join('node_modules', file)

/** Runs a node program with its output on ours. Resolves with whether it succeeded. */
export function run(name, script, args = [], environment = {}) {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    })
    child.once('exit', (code) => {
      console.log(
        `# ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${Math.round((performance.now() - began) / 100) / 10} s)`,
      )
      resolve(code === 0)
    })
  })
}

export const generate = () => run('generate', 'prisma/db.mjs', ['generate'])
export const build = () => run('build', 'app/run/build.mjs')
export const inStep = () => run('migrations', 'prisma/db.mjs', ['check'])
export const typecheck = () => run('typecheck', bin('typescript/bin/tsc'), ['--noEmit'])
export const lint = () => run('lint', bin('eslint/bin/eslint.js'), ['.', '--max-warnings', '0'])
export const format = () => run('format', bin('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.'])

/** Runs vitest, one project or all. Resolves with the tests counted. */
export function vitest(project, environment = {}) {
  const args = ['run', '--reporter=default', '--reporter=json', ...(project ? ['--project', project] : [])]
  return counted('vitest', (report) =>
    run('vitest', bin('vitest/vitest.mjs'), [...args, `--outputFile.json=${report}`], environment),
  )
}

/** Runs Playwright on the built site. */
export function playwright(stories = [], environment = {}) {
  return counted('playwright', (report) =>
    run('playwright', bin('@playwright/test/cli.js'), ['test', ...stories], {
      ...environment,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    }),
  )
}

/** Stories that count in days: dues and their procedure, assemblies and their delays, who leaves owing. */
const DATED = ['dues/pay-by', 'dues/removal', 'membership/leaving', 'assembly/', 'demo/bureau', 'demo/badly']

/** The stories that count in days, once more, on a day drawn anew: each run tries another part of the calendar. */
export function storiesOfAnotherDay() {
  const CLOCK = process.env.SECOND_DAY || drawDay()
  const filters = DATED.map((story) => `test/e2e/${story}`)
  console.log(`# stories on ${CLOCK}; again: CLOCK=${CLOCK} npx playwright test ${filters.join(' ')}`)
  return playwright(filters, { CLOCK })
}

/** What the program wrote of its tests, in either tool's JSON; a program that fails without a failed test counts as one. */
async function counted(name, work) {
  const report = path.join(os.tmpdir(), `cpts-statuts-${name}-${process.pid}.json`)
  const succeeded = await work(report)
  const found = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : {}
  fs.rmSync(report, { force: true })
  const passed = found.numPassedTests ?? (found.stats?.expected ?? 0) + (found.stats?.flaky ?? 0)
  const failed = found.numFailedTests ?? found.stats?.unexpected ?? 0
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) }
}
