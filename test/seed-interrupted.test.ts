import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { enqueue } from '~/platform/jobs.server'
import { transact } from '~/platform/db.server'
import { demandEmpty, markComplete } from '../prisma/seed/emptiness'
import { buildAssociation } from './support/builders'
import { useDatabase } from './support/database'

const db = useDatabase()
const counts = async () => [
  await db().association.count(),
  await db().statutesVersion.count(),
  await db().memberEvent.count(),
]

test('a real association is never erased', async () => {
  await buildAssociation(db())
  await expect(demandEmpty(db())).rejects.toThrow('La base n’est pas vide')
  expect(await counts()).toEqual([1, 1, 26])
})

test('what an interrupted demonstration left is erased, jobs too; facts are guarded again after', async () => {
  await db().association.update({ where: { id: 1 }, data: { demo: true } })
  await transact(db(), (tx) => enqueue(tx, 'deliver-mail', { mailId: 'x' }))
  await demandEmpty(db())
  expect(await counts()).toEqual([0, 0, 0])
  expect(await db().$queryRaw`select count(*)::int as jobs from graphile_worker.jobs`).toEqual([{ jobs: 0 }])
  await buildAssociation(db())
  await expect(db().memberEvent.deleteMany()).rejects.toThrow()
})

test('a whole demonstration is kept', async () => {
  await db().association.update({ where: { id: 1 }, data: { demo: true } })
  await markComplete(db(), Temporal.Instant.from('2027-05-10T10:00:00Z'))
  await expect(demandEmpty(db())).rejects.toThrow('La base n’est pas vide')
})
