// npm run docs: writes what documents take from the sources, and says how large the house is
import fs from 'node:fs'
import path from 'node:path'
import { dataModel } from './write/data-model.mjs'
import { figures, house } from './write/house.mjs'

const here = (file) => path.join(import.meta.dirname, file)

const DRAWN = /(<!-- written by npm run docs -->\n)[^]*?(<!-- end -->)/

/** Each document that is written, whole, by its name. */
export const written = () => ({
  'data-model.md': dataModel(),
  'architecture.md': fs.readFileSync(here('architecture.md'), 'utf8').replace(DRAWN, `$1\n${house()}\n$2`),
})

/** Writes them; a new migration does so too (`prisma/db.mjs`). */
export function writeDocuments() {
  for (const [file, text] of Object.entries(written())) fs.writeFileSync(here(file), text)
}

if (process.argv[1] === import.meta.filename) {
  writeDocuments()
  console.log(figures().join('\n'))
}
