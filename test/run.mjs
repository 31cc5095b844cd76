// npm test: everything, from a bare clone. npm run test:unit (--unit): the tests that need neither base nor browser.
// npm run test:days (--days): what needs no browser, under twelve days; days named after it are taken instead.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { areDependenciesInstalled } from '../app/run/dependencies.mjs'

process.chdir(path.resolve(import.meta.dirname, '..'))
if (!areDependenciesInstalled()) install()
const steps = await import('./run/steps.mjs')
const quick = process.argv.includes('--unit')

const totals = { passed: 0, failed: 0 }
const add = ({ passed, failed }) => {
  totals.passed += passed
  totals.failed += failed
}
const must = async (check) => add({ passed: 0, failed: (await check()) ? 0 : 1 })

await must(steps.generate)
if (quick) add(await steps.vitest('unit'))
else if (process.argv.includes('--days')) await everyDay()
else await everything()
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)

function install() {
  console.log('# npm ci')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (done.status !== 0) process.exit(1)
}

async function everything() {
  const { installTools } = await import('./run/tools.mjs')
  installTools()
  await Promise.all([must(steps.typecheck), must(steps.lint)])
  await Promise.all([must(steps.format), must(steps.inStep)])
  await must(steps.build)
  add(await steps.vitest())
  add(await steps.playwright())
  if (process.env.CI) add(await steps.storiesOfAnotherDay())
}

async function everyDay() {
  const { TWELVE_DAYS } = await import('./run/day.mjs')
  const named = process.argv.filter((word) => /^\d{4}-\d\d-\d\d$/.test(word))
  const days = named.length > 0 ? named : TWELVE_DAYS
  for (const day of days) {
    console.log(`\n# ${day}`)
    // the demonstration says its own days: once is enough
    add(await steps.vitest(undefined, { CLOCK: day, DEMO_DAYS: day === days[0] ? 'all' : '' }))
  }
}
