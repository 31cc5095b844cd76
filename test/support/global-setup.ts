import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startThrowawayPostgres } from '../../app/run/postgres/throwaway.mjs'
import { deploy } from '../../prisma/deploy.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export const TEMPLATE = 'template_migrated'

/** One PostgreSQL for all test files, with a migrated template that each clones. */
export default async function setup(project: TestProject) {
  const server = await startThrowawayPostgres()
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE} template template0`)
  await admin.end()
  const template = new URL(server.url)
  template.pathname = `/${TEMPLATE}`
  await deploy(template.href)
  await runMigrations({ connectionString: template.href })
  project.provide('postgresUrl', server.url)
  return () => server.stop()
}
