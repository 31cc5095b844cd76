import fs from 'node:fs'
import { build } from 'esbuild'
import { PRODUCTION_PACKAGES } from './production-packages.mjs'

/** The programs that run beside Remix, each bundled to `build/NAME.mjs`. */
export const PROGRAMS = {
  server: 'app/run/server.ts',
  seed: 'app/run/seed.ts',
  'verify-register': 'app/run/verify-register.ts',
}

const CHECKER = { env: 'app/platform/env.server.ts' }

/** Packages taken in that are CommonJS ask for node's own modules by `require`. */
const REQUIRE = "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);"

/** Our own TypeScript and the development packages that it uses, together; those of production stay in node_modules. */
export const PROGRAM_OPTIONS = {
  outdir: 'build',
  chunkNames: 'chunks/[name]-[hash]',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  external: PRODUCTION_PACKAGES.flatMap((name) => [name, `${name}/*`]),
  banner: { js: REQUIRE },
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: true,
  tsconfig: 'tsconfig.json',
  logLevel: 'warning',
}

const bundle = (entryPoints) => build({ ...PROGRAM_OPTIONS, entryPoints })

export async function bundlePrograms() {
  fs.rmSync('build/chunks', { recursive: true, force: true })
  await bundle({ ...PROGRAMS, ...CHECKER })
}

/** The settings' checker alone: `npm run up` needs it before anything else is built. */
export const bundleChecker = () => bundle(CHECKER)

/** The seed alone: `npm run dev` builds nothing else. */
export const bundleSeed = () => bundle({ seed: PROGRAMS.seed })
