import fs from 'node:fs'
import path from 'node:path'
import { runNode } from '../processes.mjs'
import { bundlePrograms } from './bundle.mjs'

/** Everything that is made from the sources: Prisma's client, then the site and the programs side by side. */
export async function buildAll() {
  await generateClient()
  await buildSiteAndPrograms()
}

export const generateClient = () => runNode('prisma/db.mjs', ['generate'])

/** Whether Prisma's client was made after the schema last changed. */
export function isClientFresh() {
  const client = 'app/generated/prisma/client.ts'
  if (!fs.existsSync(client)) return false
  const made = fs.statSync(client).mtimeMs
  return fs.readdirSync('prisma/schema').every((file) => fs.statSync(path.join('prisma/schema', file)).mtimeMs < made)
}

export async function buildSiteAndPrograms() {
  const site = runNode('node_modules/@remix-run/dev/dist/cli.js', ['vite:build'], { NODE_ENV: 'production' })
  await Promise.all([site, bundlePrograms()])
}
