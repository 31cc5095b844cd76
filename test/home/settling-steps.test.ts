import { beforeAll, expect, test } from 'vitest'
import { homePage } from '~/home/home-page.query.server'
import { settlingSteps } from '~/home/settling-steps.query.server'
import { addMembers, buildAssociation, contextFor, TEST_NOW, type BuiltAssociation } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let built: BuiltAssociation

beforeAll(async () => {
  built = await buildAssociation(db(), { founders: 1, actives: 0, honorary: 0 })
  await db().dues.deleteMany()
  await db().duesPeriod.deleteMany()
})

const stepsOf = async (person: { accountId: string }) =>
  (await settlingSteps(await contextFor(db(), person, TEST_NOW))).map(({ key, title }) => `${key}: ${title}`)

test('8.1-a an association just installed is told what it lacks, each once the one before is done', async () => {
  const [president] = built.founders
  expect(await stepsOf(president!)).toEqual([
    'settle-members: inscrire les membres',
    'settle-offices: pourvoir au Bureau\u00a0: vice-présidence, secrétariat et trésorerie',
    'settle-dues: reprendre la cotisation de l’année',
    'settle-meeting: préparer la première réunion',
  ])
  const home = await homePage(await contextFor(db(), president!, TEST_NOW))
  expect(home.steps.map(({ key }) => key)).toEqual(['settle-members', 'settle-offices', 'settle-dues'])

  const [member] = await addMembers(db(), { count: 1, category: 'active', name: 'Actif' })
  expect(await stepsOf(president!)).not.toContain('settle-members: inscrire les membres')
  expect(await stepsOf(member!)).toEqual([])
})
