import { runNode } from '../processes.mjs'
import { bundlePrograms } from './bundle.mjs'

/** Everything that is made from the sources: Prisma's client, then the site and the programs side by side. */
export async function buildAll() {
  await generateClient()
  await buildSiteAndPrograms()
}

export const generateClient = () => runNode('prisma/db.mjs', ['generate'])

export async function buildSiteAndPrograms() {
  const site = runNode('node_modules/@remix-run/dev/dist/cli.js', ['vite:build'], { NODE_ENV: 'production' })
  await Promise.all([site, bundlePrograms()])
}
