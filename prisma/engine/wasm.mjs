import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

let loaded

/** Loads the engine once. A panic inside it is written to stderr: without this registry its message would be lost. */
export async function loadSchemaEngine() {
  if (loaded) return loaded
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (text) => console.error(`schema engine: ${text}`) }
  const require = createRequire(import.meta.url)
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)
  const binary = fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  loaded = glue
  return loaded
}
