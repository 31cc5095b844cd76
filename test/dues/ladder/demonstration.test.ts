import { expect, it } from 'vitest'
import { courierPage } from '~/dues/board/courier-page.query.server'
import { callDues } from '~/dues/ladder/call-dues.server'
import { buildAssociation, contextFor } from '../../support/builders'
import { useDatabase } from '../../support/database'
import { morning, night, stepsOf } from '../../support/ladder'

process.env.DEMO = '1'
const db = useDatabase()

it('6.4-b in a demonstration without a mail server, a message kept to be read counts from its step', async () => {
  const built = await buildAssociation(db(), { founders: 3, actives: 1, honorary: 0, duesYear: 2027, settled: false })
  const treasurer = await contextFor(db(), built.founders[2]!, morning('2027-02-01'))
  await callDues(treasurer, { year: 2027 })
  for (const day of ['2027-04-01', '2027-04-15', '2027-04-30']) await night(db(), day, { serving: false })
  expect(await db().mail.count({ where: { template: { startsWith: 'dues-' }, state: { not: 'QUEUED' } } })).toBe(0)
  expect(await stepsOf(db(), { memberId: built.actives[0]!.id })).toEqual([
    'called 2027-02-01',
    'due 2027-04-01',
    'reminder-1 2027-04-15',
    'reminder-2 2027-04-30',
  ])
  expect((await courierPage(treasurer)).returned).toEqual([])
})
