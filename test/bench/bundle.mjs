import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

/** Bundles the measuring programs, which use the product's own commands, into build/bench. Returns their folder. */
export async function bundlePrograms(names) {
  const outdir = path.join(root, 'build/bench')
  await build({
    entryPoints: names.map((name) => path.join(import.meta.dirname, 'programs', `${name}.ts`)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'warning',
  })
  return outdir
}
