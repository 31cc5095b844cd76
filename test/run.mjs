// npm test: everything, from a bare clone. npm run test:unit (--unit): the tests that need neither base nor browser.
import path from 'node:path'
import { installDependencies } from './run/dependencies.mjs'

process.chdir(path.resolve(import.meta.dirname, '..'))
installDependencies()
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
else await everything()
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)

async function everything() {
  const { installTools } = await import('./run/tools.mjs')
  installTools()
  await Promise.all([must(steps.typecheck), must(steps.lint)])
  await Promise.all([must(steps.format), must(steps.inStep)])
  await must(steps.build)
  add(await steps.vitest())
  add(await steps.playwright())
}
