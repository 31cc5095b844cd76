import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { connectAdapter, engineConnections } from './connections.mjs'
import { readSchema } from './files.mjs'
import { loadSchemaEngine } from './wasm.mjs'

/** Prisma's schema engine as WebAssembly over node-postgres: no binary to download. `close` must be called. */
export async function openEngine(url) {
  const wasm = await loadSchemaEngine()
  const connections = engineConnections()
  const factory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connectAdapter(connections.open(url)),
    connectToShadowDb: () => openShadow(url, connections),
  }
  const engine = await wasm.SchemaEngine.new(
    { datamodels: readSchema().map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  const close = async () => {
    engine.free()
    await connections.close()
  }
  return { engine, close }
}

let shadows = 0

/**
 * Our own, for PrismaPg's opens `{ ...config, database }` where `connectionString` wins: its "shadow" is the main
 * database, and the migrations would run there.
 */
async function openShadow(url, connections) {
  shadows += 1
  const name = `shadow_${process.pid}_${shadows}`
  const admin = connections.open(url)
  await admin.query(`create database ${name} template template0`)
  const address = new URL(url)
  address.pathname = `/${name}`
  const pool = connections.open(address.toString())
  const adapter = await connectAdapter(pool)
  adapter.dispose = async () => {
    await pool.end()
    await admin.query(`drop database if exists ${name} with (force)`)
  }
  return adapter
}
