import fs from 'node:fs'
import { build } from 'esbuild'

/** The programs that run beside Remix, each bundled to `build/NAME.mjs`. */
const PROGRAMS = {
  server: 'app/run/server.ts',
  seed: 'app/run/seed.ts',
  'verify-register': 'app/run/verify-register.ts',
}

const CHECKER = { env: 'app/platform/env.server.ts' }

/** Bundles our own TypeScript; packages stay in node_modules. */
async function bundle(entryPoints) {
  await build({
    entryPoints,
    outdir: 'build',
    chunkNames: 'chunks/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: true,
    tsconfig: 'tsconfig.json',
    logLevel: 'warning',
  })
}

export async function bundlePrograms() {
  fs.rmSync('build/chunks', { recursive: true, force: true })
  await bundle({ ...PROGRAMS, ...CHECKER })
}

/** The settings' checker alone: `npm run up` needs it before anything else is built. */
export const bundleChecker = () => bundle(CHECKER)
