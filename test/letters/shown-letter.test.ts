import { beforeAll, expect, test } from 'vitest'
import { notifiedCase } from '../discipline/cases/support'
import { dateColumn } from '~/platform/dates'
import { shellData } from '~/shell.server'
import { buildAssociation, cookieFor, type BuiltAssociation, type BuiltMember } from '../support/builders'
import { useDatabase } from '../support/database'

const db = useDatabase()
let built: BuiltAssociation
let disciplinary = ''
let dues = ''

const nth = <T>(many: readonly T[], index: number): T => {
  const found = many[index]
  if (found === undefined) throw new Error('members are missing')
  return found
}

beforeAll(async () => {
  built = await buildAssociation(db(), { actives: 2 })
  disciplinary = (await notifiedCase(db(), nth(built.founders, 0), nth(built.actives, 0))).letterId
  const written = await db().registeredLetter.findUniqueOrThrow({ where: { id: disciplinary } })
  const { id } = await db().registeredLetter.create({
    data: {
      memberId: nth(built.actives, 1).id,
      kind: 'dues-formal-notice',
      subjectId: nth(built.actives, 1).id,
      channel: 'POSTAL',
      body: written.body ?? {},
      writtenOn: dateColumn('2027-05-10'),
    },
  })
  dues = id
})

/** The entries of the main navigation that a page lights. */
async function lit(who: BuiltMember, path: string): Promise<string[]> {
  const request = new Request(`http://localhost${path}`, { headers: { cookie: await cookieFor(db(), who) } })
  const { nav } = await shellData(request)
  return nav
    .filter(({ href, covers = [] }) => [href, ...covers].some((root) => path === root || path.startsWith(`${root}/`)))
    .map(({ label }) => label)
}

test('a disciplinary letter lights the members, a letter about dues the dues', async () => {
  const president = nth(built.founders, 0)
  expect(await lit(president, `/courriers/${disciplinary}`)).toEqual(['Membres'])
  expect(await lit(president, `/courriers/${dues}`)).toEqual(['Cotisations'])
  expect(await lit(president, '/courriers')).toEqual(['Cotisations'])
})

test('who may not see a letter learns nothing of it from the navigation; without the dues, letters are with the members', async () => {
  const [secretary, treasurer] = [nth(built.founders, 1), nth(built.founders, 2)]
  expect(await lit(treasurer, `/courriers/${disciplinary}`)).toEqual(await lit(treasurer, `/courriers/${dues}`))
  expect(await lit(treasurer, `/courriers/${disciplinary}`)).toEqual(['Cotisations'])
  expect(await lit(secretary, `/courriers/${dues}`)).toEqual(['Membres'])
  expect(await lit(treasurer, '/courriers/rien')).toEqual(['Cotisations'])
})
